import { useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { LIMITS } from "@/core/record/limits";
import type { Actor } from "@/core/record/record";
import { ACTOR_KINDS, type ActorKind } from "@/core/record/vocabulary";
import { findActors } from "@/core/text/find-actors";
import styles from "./actors-field.module.css";
import { Combobox } from "./combobox";
import type { ActorDraft } from "./event-draft";
import { Field } from "./field";
import form from "./form.module.css";

type Props = {
  readonly actors: readonly ActorDraft[];
  /** The dossier's own, which are offered. */
  readonly known: readonly Actor[];
  /** In which some of them are named. */
  readonly passages: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (actors: readonly ActorDraft[]) => void;
};

/** Who takes part, each with a role. */
export function ActorsField({ actors, known, passages, fault, onChange }: Props) {
  const root = useRef<HTMLFieldSetElement>(null);
  const set = (position: number, change: Partial<ActorDraft>) =>
    onChange(actors.map((actor, at) => (at === position ? { ...actor, ...change } : actor)));

  const named = passages
    .flatMap((passage) => findActors(passage, known).map(({ actor }) => actor))
    .filter((actor, at, all) => all.indexOf(actor) === at)
    .filter(({ name }) => !actors.some((one) => one.name.trim() === name));

  function add(): void {
    onChange([...actors, { name: "", kind: "person", role: "" }]);
    // The new row is there once the form has been drawn again.
    requestAnimationFrame(() => {
      const fields = root.current?.querySelectorAll<HTMLInputElement>('[role="combobox"]') ?? [];
      fields[fields.length - 1]?.focus();
    });
  }

  return (
    <fieldset ref={root} className={form.group}>
      <legend className={form.legend}>
        Who <span className={form.optional}>optional</span>
      </legend>
      {fault !== undefined && <p className={form.fault}>{fault}</p>}
      {actors.map((actor, position) => {
        const isKnown = known.some(({ name }) => name === actor.name.trim());
        const wanted = actor.name.trim().toLocaleLowerCase();
        const options = known
          .filter(({ name }) => wanted !== "" && name.toLocaleLowerCase().includes(wanted))
          .filter(({ name }) => name !== actor.name)
          .slice(0, 8);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
          <div key={position} className={styles.actor}>
            <Field label="Name">
              {(control) => (
                <Combobox
                  {...control}
                  name="Actors of this dossier"
                  value={actor.name}
                  options={options.map(({ slug, name, kind }) => ({ key: slug, label: name, detail: kind }))}
                  onChange={(name) => set(position, { name: name.slice(0, LIMITS.name) })}
                  onChoose={(slug) => {
                    const chosen = known.find((one) => one.slug === slug);
                    if (chosen) set(position, { name: chosen.name, kind: chosen.kind });
                  }}
                />
              )}
            </Field>
            <Field label="Kind">
              {(control) => (
                <select
                  {...control}
                  value={
                    isKnown
                      ? (known.find(({ name }) => name === actor.name.trim())?.kind ?? actor.kind)
                      : actor.kind
                  }
                  disabled={isKnown}
                  onChange={({ target }) => {
                    const kind = ACTOR_KINDS.find((one) => one === target.value);
                    if (kind) set(position, { kind });
                  }}
                >
                  {ACTOR_KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {KIND_LABELS[kind]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label="Role" isOptional>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  value={actor.role}
                  maxLength={LIMITS.name}
                  placeholder="host, visitor …"
                  autoComplete="off"
                  onChange={({ target }) => set(position, { role: target.value })}
                />
              )}
            </Field>
            <button
              type="button"
              className={styles.remove}
              onClick={() => onChange(actors.filter((_, at) => at !== position))}
            >
              <Icon name="close" label={`Take ${actor.name || "this row"} out`} />
            </button>
          </div>
        );
      })}
      <div className={styles.more}>
        {named.map(({ slug, name, kind }) => (
          <button
            key={slug}
            type="button"
            className={styles.named}
            onClick={() => onChange([...actors, { name, kind, role: "" }])}
          >
            Add {name}
          </button>
        ))}
        <button type="button" className={form.plain} onClick={add}>
          Add somebody
        </button>
      </div>
    </fieldset>
  );
}

const KIND_LABELS: Readonly<Record<ActorKind, string>> = {
  person: "Person",
  organisation: "Organisation",
  state: "State",
};
