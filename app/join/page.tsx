import type { Metadata } from "next";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { JoinIsland } from "@/app/_account/join";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

/** Where the link of an invitation leads; what it invites into the browser asks for. */
export default async function JoinPage() {
  await connection();
  const access = await enter("/join", null, "/join");
  const { visitor } = access;
  return (
    <>
      <PageHeader
        account={visitor.kind === "account" ? <HeaderAccount access={access} path="/" /> : undefined}
      />
      <main className={`${styles.page} ${styles.narrow}`}>
        <h1>Invitation</h1>
        <div className={styles.section}>
          <JoinIsland signedIn={visitor.kind === "account" ? visitor.name : null} />
        </div>
      </main>
    </>
  );
}
