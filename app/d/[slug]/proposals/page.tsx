import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import list from "@/components/proposals/proposal-card.module.css";
import { isAtLeast } from "@/core/record/roles";
import { toOwner } from "@/server/http/proposal-answers";
import { loadDossier } from "@/server/queries/load-dossier";
import { loadProposals } from "@/server/queries/load-proposals";
import { loadShown } from "./load-shown";
import { ProposalsIsland } from "./proposals-island";

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ all?: string | string[]; before?: string | string[] }>;
};

export const metadata: Metadata = { title: "Proposals", robots: { index: false } };

const PAGE = 30;

/** What waits for an editor, and what became of it: an editor sees all, a contributor their own. */
export default async function ProposalsPage({ params, searchParams }: Props) {
  await connection();
  const { slug } = await params;
  const path = `/d/${slug}/proposals`;
  const access = await enter("/d/[slug]/proposals", slug, path);
  const setting = await loadDossier(slug);
  if (!setting || access.dossier === null) notFound();
  const canDecide = isAtLeast(access.role, "editor");
  const { all, before } = await searchParams;
  // Editors come for what waits for them, contributors for what became of theirs.
  const isAll = !canDecide || all !== undefined;
  const cursor = typeof before === "string" && UUID.test(before) ? before : null;
  const { proposals, next } = await loadProposals(access.dossier.id, {
    ...{ limit: PAGE, cursor, state: isAll ? null : "open", of: toOwner(access) },
  });
  const { dossier } = setting;
  return (
    <>
      <PageHeader dossier={dossier} account={<HeaderAccount access={access} path={path} slug={slug} />} />
      <main className={styles.page}>
        <h1>{canDecide ? "Proposals" : "Your proposals"}</h1>
        <p className={styles.lead}>
          {canDecide
            ? "What contributors propose. Accepting does it in their name; declining tells them why."
            : "An editor looks at each; here you read what became of it."}
        </p>
        {canDecide && (
          <nav className={list.filters} aria-label="Which proposals">
            <a href={path} {...(!isAll && { "aria-current": "page" })}>
              Open
            </a>
            <a href={`${path}?all`} {...(isAll && { "aria-current": "page" })}>
              All
            </a>
          </nav>
        )}
        {proposals.length === 0 && (
          <p className={styles.after}>{isAll ? "Nothing was proposed yet." : "Nothing waits for you."}</p>
        )}
        <ProposalsIsland
          {...{ dossier: slug, zone: dossier.zone, canDecide }}
          proposals={await loadShown(slug, proposals, access.authorId)}
        />
        {next !== null && (
          <a className={styles.back} href={`${path}?${canDecide && isAll ? "all&" : ""}before=${next}`}>
            Earlier proposals
          </a>
        )}
      </main>
    </>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
