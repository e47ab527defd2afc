import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { toRobots } from "@/app/_access/to-robots";
import { ChangeList } from "@/components/editor/change-list";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { isAtLeast } from "@/core/record/roles";
import { seesAll } from "@/server/access/admit";
import { loadChanges } from "@/server/queries/load-changes";
import { MOST_WHOLE } from "@/server/queries/load-dataset";
import { loadDossier } from "@/server/queries/load-dossier";
import { loadTally } from "@/server/queries/load-tally";
import { toChangeHref, toMomentHref } from "./change-hrefs";
import { ChangesIsland } from "./changes-island";

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ before?: string | string[] }>;
};

const ROUTE = "/d/[slug]/changes";
const PAGE = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const access = await enter(ROUTE, slug, `/d/${slug}/changes`);
  const setting = await loadDossier(slug);
  return setting ? { title: `Changes of ${setting.dossier.title}`, ...toRobots(access) } : {};
}

/** Everything that was done to a dossier: nothing is changed in secret. */
export default async function ChangesPage({ params, searchParams }: Props) {
  await connection();
  const { slug } = await params;
  const path = `/d/${slug}/changes`;
  const access = await enter(ROUTE, slug, path);
  const { before } = await searchParams;
  const cursor = typeof before === "string" && UUID.test(before) ? before : null;
  const [tally, page] = await Promise.all([
    loadTally(slug),
    loadChanges(slug, { limit: PAGE, cursor, subject: null, isWhole: seesAll(access) }),
  ]);
  if (!tally || !page) notFound();
  const { dossier } = tally;
  const isWhole = tally.events <= MOST_WHOLE;
  return (
    <>
      <PageHeader dossier={dossier} account={<HeaderAccount access={access} path={path} slug={slug} />} />
      <main className={styles.page}>
        <h1>Changes</h1>
        <p className={styles.lead}>
          Everything that was done to this dossier, newest first. Times are those of {dossier.zone}.
        </p>
        {page.changes.length === 0 && <p>Nothing was changed {cursor ? "before that" : "yet"}.</p>}
        {isAtLeast(access.role, "editor") ? (
          <ChangesIsland
            {...{ isWhole, zone: dossier.zone, dossier: slug, changes: page.changes }}
            isContinued={cursor !== null}
          />
        ) : (
          <ChangeList
            changes={page.changes}
            zone={dossier.zone}
            toHref={(change) => toChangeHref(slug, change)}
            toMomentHref={(change) => (isWhole ? toMomentHref(slug, change) : null)}
          />
        )}
        {page.next !== null && (
          <a className={styles.back} href={`/d/${slug}/changes?before=${page.next}`}>
            Earlier changes
          </a>
        )}
      </main>
    </>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
