import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { toRight } from "@/app/_access/to-right";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { loadDossier } from "@/server/queries/load-dossier";
import { AddSourceIsland } from "./add-source-island";

type Props = { readonly params: Promise<{ slug: string }> };

export const metadata: Metadata = { title: "Add a source", robots: { index: false } };

export default async function AddSourcePage({ params }: Props) {
  await connection();
  const { slug } = await params;
  const path = `/d/${slug}/add`;
  const access = await enter("/d/[slug]/add", slug, path);
  const right = toRight(access) ?? "propose";
  const setting = await loadDossier(slug);
  if (!setting) notFound();
  const { dossier } = setting;
  return (
    <>
      <PageHeader dossier={dossier} account={<HeaderAccount access={access} path={path} slug={slug} />} />
      <main className={`${styles.page} ${styles.wide}`}>
        <h1>Add a source</h1>
        <p className={styles.lead}>
          An article, report or transcript.{" "}
          {right === "save"
            ? "Next you mark the sentences that report events."
            : "An editor looks at what you propose; once it is accepted, its sentences can be marked."}
        </p>
        <AddSourceIsland dossier={dossier.slug} right={right} />
      </main>
    </>
  );
}
