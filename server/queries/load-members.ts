import type { Id } from "@/core/record/record";
import { isAtLeast, ROLES } from "@/core/record/roles";
import type { WireInvitation, WireInvited, WireMember } from "@/wire/account-lists";
import { toTokenHash } from "../access/link-token";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMember } from "../rows/member";

type MemberRow = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly since: Date;
};

/** The members of a dossier, those who may do most first. */
export async function loadMembers(dossierId: Id, db: Database = database()): Promise<WireMember[]> {
  const rows = await unlessAway(
    () => db.$queryRaw<MemberRow[]>`
      select "user".id, "user".name, "user".email, member.role, member.since
      from member
      join "user" on "user".id = member."userId"
      where member."dossierId" = ${dossierId}::uuid
      order by "user".name, "user".id`,
  );
  return rows
    .map((row) => ({
      ...row,
      role: toMember("member.role", ROLES, row.role),
      since: row.since.getTime(),
    }))
    .toSorted((a, b) => Number(isAtLeast(b.role, a.role)) - Number(isAtLeast(a.role, b.role)));
}

/** The invitations into a dossier that can be used yet, newest first. */
export async function loadInvitations(
  dossierId: Id,
  now: number,
  db: Database = database(),
): Promise<WireInvitation[]> {
  const rows = await unlessAway(() =>
    db.invitation.findMany({
      ...{ where: { dossierId, expiresAt: { gt: new Date(now) } }, orderBy: { id: "desc" } },
      select: { id: true, role: true, madeBy: true, madeAt: true, expiresAt: true },
    }),
  );
  return rows.map(({ id, role, madeBy, madeAt, expiresAt }) => ({
    ...{ id, role: toMember("invitation.role", ROLES, role), madeBy },
    ...{ madeAt: madeAt.getTime(), expiresAt: expiresAt.getTime() },
  }));
}

/** Into what a link invites; `null` if it is not good any more. */
export async function loadInvited(
  token: string,
  now: number,
  db: Database = database(),
): Promise<WireInvited | null> {
  const row = await unlessAway(() =>
    db.invitation.findFirst({
      ...{ where: { hash: toTokenHash(token), expiresAt: { gt: new Date(now) } } },
      select: { role: true, dossier: { select: { title: true } } },
    }),
  );
  return row && { title: row.dossier.title, role: toMember("invitation.role", ROLES, row.role) };
}
