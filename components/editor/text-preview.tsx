import { useMemo } from "react";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Passage, Source } from "@/core/record/record";
import { locateOnce } from "@/core/text/anchor";
import form from "./form.module.css";
import styles from "./text-preview.module.css";

type Props = { readonly index: DatasetIndex; readonly source: Source; readonly text: string };

/** What becomes of a source's cited passages with another text, before it is saved. */
export function TextPreview({ index, source, text }: Props) {
  const cited = useMemo(
    () =>
      index.dataset.passages.filter(
        ({ id, sourceId }) => sourceId === source.id && (index.eventsOfPassage.get(id) ?? []).length > 0,
      ),
    [index, source],
  );
  const { moved, broken } = useMemo(() => {
    const found = new Map(cited.map(({ id, exact }) => [id, locateOnce(text, exact) !== null]));
    return {
      moved: cited.filter(({ id }) => found.get(id)),
      broken: cited.filter(({ id }) => !found.get(id)),
    };
  }, [cited, text]);

  if (text === source.text)
    return <p className={form.notice}>This is the text that the source has already.</p>;
  return (
    <section className={styles.preview} aria-label="What becomes of the passages">
      {broken.length > 0 && (
        <>
          <h2>{count(broken.length)} not found once: broken until you decide</h2>
          <List passages={broken} index={index} />
        </>
      )}
      <h2>{count(moved.length)} found, word for word</h2>
      {moved.length > 0 && <List passages={moved} index={index} />}
    </section>
  );
}

function List({ passages, index }: { passages: readonly Passage[]; index: DatasetIndex }) {
  return (
    <ul>
      {passages.map(({ id, exact }) => (
        <li key={id}>
          <q>{exact}</q>
          <span className={form.hint}>
            {(index.eventsOfPassage.get(id) ?? []).map((event) => (
              <a key={event.id} href={`/d/${index.dataset.dossier.slug}/e/${event.slug}`}>
                {event.title}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function count(passages: number): string {
  return passages === 1 ? "1 passage" : `${passages} passages`;
}
