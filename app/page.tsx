import { headers } from "next/headers";
import { connection } from "next/server";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import type { Instant } from "@/core/time/instant";
import { toRange } from "@/core/time/instant";
import { rangeToWords } from "@/core/time/words";
import { mayWrite } from "@/server/http/may-write";
import { type DossierSummary, loadDossiers } from "@/server/queries/load-dossiers";

export default async function IndexPage() {
  await connection();
  const dossiers = await loadDossiers();
  return (
    <>
      <PageHeader />
      <main className={styles.page}>
        <h1>Dossiers</h1>
        <p className={styles.lead}>What happened, where, when, and who says so.</p>
        {dossiers.length === 0 ? (
          <p>
            There is no dossier yet. <code>npm run seed</code> loads the demo.
          </p>
        ) : (
          <ul className={styles.cards}>
            {dossiers.map((dossier) => (
              <li key={dossier.slug} className={styles.card}>
                <h2>
                  <a href={`/d/${dossier.slug}`}>{dossier.title}</a>
                </h2>
                {dossier.summary !== "" && <p className={styles.summary}>{dossier.summary}</p>}
                <p className={styles.facts}>{toFacts(dossier)}</p>
              </li>
            ))}
          </ul>
        )}
        {mayWrite(new Headers(await headers())) && (
          <p className={styles.after}>
            <a className={styles.back} href="/new">
              New dossier
            </a>{" "}
            <a className={styles.back} href="/import">
              Import events
            </a>
          </p>
        )}
      </main>
    </>
  );
}

function toFacts({ events, sources, places, first, last, zone }: DossierSummary): string {
  const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;
  const span =
    first !== null && last !== null && first < last
      ? [rangeToWords(toRange(first, last as Instant), zone)]
      : [];
  return [count(events, "event"), count(sources, "source"), count(places, "place"), ...span].join(" · ");
}
