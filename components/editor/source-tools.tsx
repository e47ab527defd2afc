import { useEffect, useState } from "react";
import type { Source } from "@/core/record/record";
import form from "./form.module.css";
import styles from "./source-tools.module.css";

type Props = {
  readonly dossier: string;
  readonly source: Source;
  /** Says whether it was done. */
  readonly onPublish: (publishes: Source["publishes"]) => Promise<boolean>;
};

/** What can be done with a source as a whole. */
export function SourceTools({ dossier, source, onPublish }: Props) {
  // What was asked for is shown at once, until it is stored or refused.
  const [asked, setAsked] = useState<Source["publishes"] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is the answer to what was asked for.
  useEffect(() => setAsked(null), [source.version]);

  async function publish(publishes: Source["publishes"]): Promise<void> {
    if (asked !== null) return;
    setAsked(publishes);
    if (!(await onPublish(publishes))) setAsked(null);
  }

  return (
    <div className={styles.tools}>
      <a className={form.plain} href={`/d/${dossier}/s/${source.slug}/text`}>
        New version…
      </a>
      <label className={form.check}>
        <input
          type="checkbox"
          checked={(asked ?? source.publishes) === "excerpts"}
          aria-disabled={asked !== null}
          onChange={({ target }) => void publish(target.checked ? "excerpts" : "full")}
        />
        Readers see only the sentences that are cited
      </label>
    </div>
  );
}
