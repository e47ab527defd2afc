import { Icon } from "@/components/ui/icon";
import type { Passage, Source } from "@/core/record/record";
import styles from "./broken-note.module.css";

/** Says of a passage that its source's text has been replaced, and leads to the text that it quotes. */
export function BrokenNote({ passage, href }: { passage: Passage; href: string | null }) {
  return (
    <p className={styles.note}>
      <Icon name="warning" /> <b>Not in the current text of the source</b>
      {passage.isKept && <span>It is cited from an earlier text on purpose.</span>}
      {href !== null && <a href={href}>Read the text that it quotes</a>}
    </p>
  );
}

/** The page of the text that a passage quotes; `null` where only excerpts of the source are published. */
export function toEarlierText(dossier: string, source: Source, passage: Passage): string | null {
  if (source.publishes !== "full") return null;
  return `/d/${dossier}/s/${source.slug}?text=${passage.sourceSha256}`;
}
