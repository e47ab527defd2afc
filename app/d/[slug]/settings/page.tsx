import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { VisibilityIsland } from "@/app/_account/forms";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { loadDossier } from "@/server/queries/load-dossier";

type Props = { readonly params: Promise<{ slug: string }> };

export const metadata: Metadata = { title: "Settings of a dossier", robots: { index: false } };

export default async function SettingsPage({ params }: Props) {
  await connection();
  const { slug } = await params;
  const path = `/d/${slug}/settings`;
  const access = await enter("/d/[slug]/settings", slug, path);
  const setting = await loadDossier(slug);
  if (!setting || !access.dossier) notFound();
  return (
    <>
      <PageHeader
        dossier={setting.dossier}
        account={<HeaderAccount access={access} path={path} slug={slug} />}
      />
      <main className={`${styles.page} ${styles.narrow}`}>
        <h1>Settings</h1>
        <p className={styles.lead}>What its owners decide about this dossier.</p>
        {access.authorId === null ? (
          <p>
            Everybody may read it. A dossier can be kept from others once there is an account: the start of
            the program prints a link by which the first is made.
          </p>
        ) : (
          <VisibilityIsland dossier={slug} present={access.dossier.visibility} />
        )}
      </main>
    </>
  );
}
