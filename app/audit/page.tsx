import type { Metadata } from "next";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { AuditList } from "@/components/account/audit-list";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { UTC } from "@/core/time/zone";
import { loadAudit } from "@/server/queries/load-audit";

type Props = { readonly searchParams: Promise<{ before?: string | string[] }> };

export const metadata: Metadata = { title: "Record of safety", robots: { index: false } };

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export default async function AuditPage({ searchParams }: Props) {
  await connection();
  const access = await enter("/audit", null, "/audit");
  const { before } = await searchParams;
  const cursor = typeof before === "string" && UUID.test(before) ? before : null;
  const { items, next } = await loadAudit({ limit: PAGE, cursor, dossierId: null });
  return (
    <>
      <PageHeader account={<HeaderAccount access={access} path="/audit" />} />
      <main className={styles.page}>
        <h1>Record of safety</h1>
        <p className={styles.lead}>
          Signing in and out, roles, visibility, keys and exports, newest first. Times are UTC.
        </p>
        {items.length === 0 ? <p>There is nothing yet.</p> : <AuditList entries={items} zone={UTC} isOfAll />}
        {next !== null && (
          <p className={styles.after}>
            <a className={styles.back} href={`/audit?before=${next}`}>
              Earlier
            </a>
          </p>
        )}
      </main>
    </>
  );
}
