import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { PasswordIsland, SessionsIsland } from "@/app/_account/forms";
import { KeysIsland, SessionListIsland } from "@/app/_account/lists";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { loadPasswordHash } from "@/server/commands/store-account";
import { database } from "@/server/db";
import { loadApiKeys } from "@/server/queries/load-api-keys";
import { loadDossiers } from "@/server/queries/load-dossiers";
import { loadSessions } from "@/server/queries/load-sessions";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

export default async function AccountPage() {
  await connection();
  const access = await enter("/account", null, "/account");
  const { visitor } = access;
  if (visitor.kind !== "account") notFound();
  const [hash, sessions, keys, dossiers] = await Promise.all([
    loadPasswordHash(database(), visitor.id),
    loadSessions(visitor.id, visitor.by.id, Date.now()),
    loadApiKeys(visitor.id),
    loadDossiers(visitor),
  ]);
  return (
    <>
      <PageHeader account={<HeaderAccount access={access} path="/account" />} />
      <main className={`${styles.page} ${styles.narrow}`}>
        <h1>{visitor.name}</h1>
        <p className={styles.lead}>
          {visitor.email}
          {visitor.isAdministrator && " · Administrator: may do everything in every dossier"}
        </p>
        <section className={styles.section}>
          <h2>Password</h2>
          {hash === null ? (
            <p>This account signs in by its provider, and has none here.</p>
          ) : (
            <PasswordIsland />
          )}
        </section>
        <section className={styles.section}>
          <h2>Sessions</h2>
          <p className={styles.lead}>
            A session lasts for thirty days. Signing out everywhere ends them all at once.
          </p>
          <SessionListIsland sessions={sessions} />
          <div className={styles.after}>
            <SessionsIsland />
          </div>
        </section>
        <section className={styles.section}>
          <h2>Keys for programs</h2>
          <p className={styles.lead}>
            A program sends a key as <code>Authorization: Bearer …</code> and may do what you may, or less.
          </p>
          <KeysIsland keys={keys} dossiers={dossiers.map(({ slug, title }) => ({ slug, title }))} />
        </section>
        {visitor.isAdministrator && (
          <section className={styles.section}>
            <h2>Record of safety</h2>
            <p className={styles.lead}>Who signed in, changed roles, made keys and took data out.</p>
            <a className={styles.back} href="/audit">
              Read the record
            </a>
          </section>
        )}
      </main>
    </>
  );
}
