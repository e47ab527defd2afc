import type { Instant } from "@/core/time/instant";
import { instantToWords } from "@/core/time/words";
import type { Zone } from "@/core/time/zone";
import styles from "./change-list.module.css";
import { DifferenceList } from "./difference-list";
import type { Change } from "./editor-client";
import form from "./form.module.css";

type Props = {
  readonly changes: readonly Change[];
  /** In which the moments of the changes are told. */
  readonly zone: Zone;
  /** The page of what was changed; `null` for none. */
  readonly toHref: (change: Change) => string | null;
  /** The whole dossier as a change left it; `null` for none. */
  readonly toMomentHref?: (change: Change) => string | null;
  /** Whether there are newer changes than these. */
  readonly isContinued?: boolean;
  /** Brings back the state that a change left; absent where nothing may be changed. */
  readonly onRestore?: (change: Change) => void;
};

/** What was done, newest first: when, by whom, why, and what was before and after. */
export function ChangeList({
  changes,
  zone,
  toHref,
  toMomentHref = () => null,
  isContinued = false,
  onRestore,
}: Props) {
  const isLeft = ({ subject }: Change, position: number) =>
    isContinued || changes.slice(0, position).some((later) => isSame(later.subject, subject));
  return (
    <ol className={styles.changes}>
      {changes.map((change, position) => {
        const href = toHref(change);
        const momentHref = toMomentHref(change);
        const title = <b>{toTitle(change)}</b>;
        return (
          <li key={change.id}>
            <p className={styles.head}>
              <span className={styles.kind}>
                {KIND_WORDS[change.kind] ?? change.kind} {change.subject.kind}
              </span>{" "}
              {href === null ? title : <a href={href}>{title}</a>}
            </p>
            <p className={form.hint}>
              <time dateTime={new Date(change.at).toISOString()}>
                {instantToWords(change.at as Instant, zone)}
              </time>
              {` · ${change.author}`}
              {change.acceptedBy !== null && `, accepted by ${change.acceptedBy}`}
              {change.reason !== null && <> · “{change.reason}”</>}
            </p>
            <DifferenceList differences={change.differences} />
            <div className={styles.ways}>
              {momentHref !== null && <a href={momentHref}>See the dossier as it was then</a>}
              {onRestore && isRestorable(change) && isLeft(change, position) && (
                <button type="button" className={form.plain} onClick={() => onRestore(change)}>
                  Bring this state back
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function isSame(a: Change["subject"], b: Change["subject"]): boolean {
  return a.kind === b.kind && a.slug === b.slug;
}

// Passages, places and actors are not gone back in by themselves: they go with what refers to them.
function isRestorable({ subject, after }: Change): boolean {
  return after !== null && ["dossier", "source", "event"].includes(subject.kind);
}

/** What it was called then; a deleted thing's words are withheld, and only its address is left. */
function toTitle({ after, before, subject }: Change): string {
  const title = (after ?? before)?.title;
  return typeof title === "string" ? title : subject.slug;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  created: "Made the",
  imported: "Imported into the",
  changed: "Changed the",
  cited: "Added a passage to the",
  uncited: "Took a passage out of the",
  moved: "Moved a passage of the",
  merged: "Merged the",
  split: "Split the",
  hidden: "Deleted the",
  restored: "Brought back the",
  reverted: "Set back the",
  purged: "Removed for good the",
};
