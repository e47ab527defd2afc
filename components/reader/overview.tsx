"use client";

import { useContext } from "react";
import { EditorContext } from "@/components/editor/editor-context";
import { toCount, toEventCount } from "@/components/ui/counts";
import { dayToWords } from "@/core/time/words";
import { useDashboard } from "@/state/use-dashboard";
import styles from "./reader.module.css";

/** What the dossier is about, how to begin, and its sources. */
export function Overview() {
  const { dossier, sources, events } = useDashboard(({ index }) => index.dataset);
  const crowd = useDashboard((state) => state.crowd?.overview ?? null);
  const canEdit = useContext(EditorContext) !== null;
  const reportedBy = useDashboard(({ view }) => view.reportedBy);
  return (
    <div className={styles.overview}>
      <h2>{dossier.title}</h2>
      {dossier.summary !== "" && <p className={styles.summary}>{dossier.summary}</p>}
      <p className={styles.hint}>
        {crowd
          ? `${toEventCount(crowd.events)} from ${toCount(crowd.sources)} sources in ${toCount(crowd.places)} places. Far out they are counted: each disc is as large as its number. Choose one to come nearer, until events can be told apart.`
          : events.length === 0
            ? "This dossier has no events yet."
            : "Choose a marker, a bar or an event of the list to read the sentences behind it. Drag the red playhead to see what had happened by then."}
      </p>
      {canEdit && !crowd && events.length === 0 && sources.length === 0 && (
        <a className={styles.begin} href={`/d/${dossier.slug}/add`}>
          Add a source
        </a>
      )}
      {canEdit && !crowd && events.length === 0 && sources.length > 0 && (
        <p className={styles.hint}>Open a source and mark the sentences that report events.</p>
      )}
      {!crowd && sources.length > 0 && (
        <>
          <h3>Sources</h3>
          <ul className={styles.sources}>
            {sources.map((source) => (
              <li key={source.id} data-unheard={reportedBy !== null && source.publishedOn > reportedBy}>
                <a href={`/d/${dossier.slug}/s/${source.slug}`}>{source.title}</a>
                <span>
                  {source.publisher} · {dayToWords(source.publishedOn, "medium")}
                  {reportedBy !== null && source.publishedOn > reportedBy && " · not yet published"}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <a className={styles.changes} href={`/d/${dossier.slug}/changes`}>
        All changes of this dossier
      </a>
    </div>
  );
}
