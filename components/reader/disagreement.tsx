import type { CitationReading, Reading } from "@/core/record/reading";
import { whenToWords } from "@/core/time/when-words";
import { dayToWords } from "@/core/time/words";
import styles from "./event-article.module.css";

/** The sources that agree and those that do not, side by side; nothing where all agree. */
export function Disagreement({ reading, level }: { reading: Reading; level: 2 | 3 }) {
  const against = reading.citations.filter(({ disagrees }) => disagrees !== null);
  if (against.length === 0) return null;
  const Heading = level === 2 ? "h2" : "h3";
  const others = reading.citations.filter(({ disagrees }) => disagrees === null);
  return (
    <section className={styles.disagreement} aria-label="The sources disagree">
      <div>
        <Heading>{reading.status === "disputed" ? "Reported" : "This reading"}</Heading>
        <Side cited={others} />
      </div>
      <div>
        <Heading>{reading.status === "disputed" ? "Denied" : "Otherwise"}</Heading>
        <Side cited={against} />
      </div>
    </section>
  );
}

function Side({ cited }: { cited: readonly CitationReading[] }) {
  return (
    <ul>
      {cited.map(({ citation, source }) => (
        <li key={citation.id}>
          <b>{citation.speaker ?? source.publisher}</b>{" "}
          <span className={styles.reason}>
            {citation.speaker && `in ${source.publisher}, `}
            {dayToWords(source.publishedOn, "short")}
          </span>
          <br />
          {citation.assertion}
          {citation.timeWords && `, “${citation.timeWords}”`}
          {citation.when && ` → ${whenToWords(citation.when)}`}
        </li>
      ))}
    </ul>
  );
}
