import { ASSERTION_LABELS } from "@/components/ui/labels";
import type { StoredEvent } from "./editor-client";
import form from "./form.module.css";
import styles from "./passage-choice.module.css";

type Props = {
  readonly label: string;
  readonly kind: "checkbox" | "radio";
  readonly citations: StoredEvent["citations"];
  /** The ids of the citations that are chosen. */
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Some of an event's passages, or one of them. */
export function PassageChoice({ label, kind, citations, chosen, fault, onChange }: Props) {
  function toggle(id: string): void {
    if (kind === "radio") return onChange([id]);
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  }
  return (
    <fieldset className={styles.passages}>
      <legend className={form.legend}>{label}</legend>
      {citations.map(({ id, passage, assertion, when, source }) => (
        <label key={id} className={styles.passage}>
          <input
            type={kind}
            name="passage"
            aria-invalid={fault !== undefined}
            checked={chosen.includes(id)}
            onChange={() => toggle(id)}
          />
          <span>
            <q className={styles.quote}>{passage.exact}</q>{" "}
            <span className={form.hint}>
              {source.slug}, {source.publishedOn} · says that it {ASSERTION_LABELS[assertion]}
              {when && `, ${when.edtf}`}
            </span>
          </span>
        </label>
      ))}
      {fault !== undefined && <p className={form.fault}>{fault}</p>}
    </fieldset>
  );
}
