import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { VisibilityIsland } from "@/app/_account/forms";
import { InvitationsIsland, MembersIsland } from "@/app/_account/lists";
import { AuditList } from "@/components/account/audit-list";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import type { Id } from "@/core/record/record";
import type { Zone } from "@/core/time/zone";
import { loadAudit } from "@/server/queries/load-audit";
import { loadDossier } from "@/server/queries/load-dossier";
import { loadInvitations, loadMembers } from "@/server/queries/load-members";

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ before?: string | string[] }>;
};

export const metadata: Metadata = { title: "Settings of a dossier", robots: { index: false } };

export default async function SettingsPage({ params, searchParams }: Props) {
  await connection();
  const { slug } = await params;
  const path = `/d/${slug}/settings`;
  const access = await enter("/d/[slug]/settings", slug, path);
  const { before } = await searchParams;
  const cursor = typeof before === "string" && UUID.test(before) ? before : null;
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
          <>
            <VisibilityIsland dossier={slug} present={access.dossier.visibility} />
            <Belonging
              dossierId={access.dossier.id}
              slug={slug}
              zone={setting.dossier.zone}
              cursor={cursor}
            />
          </>
        )}
      </main>
    </>
  );
}

const PAGE = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type BelongingProps = {
  readonly dossierId: Id;
  readonly slug: string;
  readonly zone: Zone;
  /** The last entry of the record on the page before. */
  readonly cursor: Id | null;
};

/** Who belongs to a dossier, who is invited, and what was noted of it. */
async function Belonging({ dossierId, slug, zone, cursor }: BelongingProps) {
  const [members, invitations, audit] = await Promise.all([
    loadMembers(dossierId),
    loadInvitations(dossierId, Date.now()),
    loadAudit({ limit: PAGE, cursor, dossierId }),
  ]);
  return (
    <>
      <section className={styles.section}>
        <h2>Members</h2>
        <MembersIsland dossier={slug} members={members} />
      </section>
      <section className={styles.section}>
        <h2>Invite somebody</h2>
        <InvitationsIsland dossier={slug} zone={zone} invitations={invitations} />
      </section>
      <section className={styles.section}>
        <h2>Record of safety</h2>
        <p className={styles.lead}>
          Roles, visibility, keys and exports, newest first. Times are those of {zone}.
        </p>
        {audit.items.length === 0 ? (
          <p>There is nothing yet.</p>
        ) : (
          <AuditList entries={audit.items} zone={zone} />
        )}
        {audit.next !== null && (
          <p className={styles.after}>
            <a className={styles.back} href={`/d/${slug}/settings?before=${audit.next}`}>
              Earlier
            </a>
          </p>
        )}
      </section>
    </>
  );
}
