import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { PasswordIsland, SessionsIsland } from "@/app/_account/forms";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

export default async function AccountPage() {
  await connection();
  const access = await enter("/account", null, "/account");
  const { visitor } = access;
  if (visitor.kind !== "account") notFound();
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
          <PasswordIsland />
        </section>
        <section className={styles.section}>
          <h2>Sessions</h2>
          <p className={styles.lead}>
            A session lasts for thirty days. Signing out everywhere ends them all at once.
          </p>
          <SessionsIsland />
        </section>
      </main>
    </>
  );
}
