import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { VISIBILITY_WORDS } from "@/components/ui/labels";
import type { Instant } from "@/core/time/instant";
import { toRange } from "@/core/time/instant";
import { rangeToWords } from "@/core/time/words";
import { type DossierSummary, loadDossiers } from "@/server/queries/load-dossiers";

export default async function IndexPage() {
  await connection();
  const access = await enter("/", null, "/");
  const dossiers = await loadDossiers(access.visitor);
  return (
    <>
      <PageHeader account={<HeaderAccount access={access} path="/" />} />
      <main className={styles.page}>
        <h1>Dossiers</h1>
        <p className={styles.lead}>What happened, where, when, and who says so.</p>
        {dossiers.length === 0 ? (
          <p>
            {access.visitor.kind === "own-machine" ? (
              <>
                There is no dossier yet. <code>npm run seed</code> loads the demo.
              </>
            ) : (
              "There is no dossier that you may see."
            )}
          </p>
        ) : (
          <ul className={styles.cards}>
            {dossiers.map((dossier) => (
              <li key={dossier.slug} className={styles.card}>
                <h2>
                  <a href={`/d/${dossier.slug}`}>{dossier.title}</a>
                </h2>
                {dossier.summary !== "" && <p className={styles.summary}>{dossier.summary}</p>}
                <p className={styles.facts}>
                  {dossier.visibility !== "public" && (
                    <span className={styles.badge}>{VISIBILITY_WORDS[dossier.visibility]}</span>
                  )}
                  {toFacts(dossier)}
                </p>
              </li>
            ))}
          </ul>
        )}
        {access.visitor.kind !== "nobody" && (
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
