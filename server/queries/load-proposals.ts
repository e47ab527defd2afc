import type { Id } from "@/core/record/record";
import {
  PROPOSAL_KINDS,
  PROPOSAL_STATES,
  type ProposalKind,
  type ProposalState,
} from "@/core/record/vocabulary";
import type { Instant } from "@/core/time/instant";
import type { Prisma } from "@/generated/prisma/client";
import { type Shown, ShownSchema } from "@/wire/proposal";
import { unlessAway } from "../database-away";
import { type Database, database, type Transaction } from "../db";
import { toMember } from "../rows/member";

/** What somebody proposed, and what became of it. */
export type ListedProposal = {
  readonly id: Id;
  readonly kind: ProposalKind;
  readonly at: Instant;
  readonly author: string;
  readonly authorId: Id | null;
  readonly state: ProposalState;
  /** The event that it is about. */
  readonly event: ProposalEvent | null;
  readonly version: number | null;
  readonly body: Prisma.JsonObject;
  readonly shown: Shown;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly changeId: Id | null;
  /** Slug of the event or source that came of it. */
  readonly result: string | null;
};

export type ProposalEvent = {
  readonly slug: string;
  /** Whether it is another by now than the one that was seen. */
  readonly isChanged: boolean;
  readonly isDeleted: boolean;
};

export type ProposalsQuery = {
  readonly limit: number;
  /** The last one of the page before. */
  readonly cursor: Id | null;
  readonly state: ProposalState | null;
  /** Whose alone; `null` is everybody's. */
  readonly of: Owner | null;
};

/** An account; `null` is whoever sat at the machine itself while there was none. */
export type Owner = { readonly id: Id | null };

export type ProposalsPage = { readonly proposals: readonly ListedProposal[]; readonly next: Id | null };

/** A page of a dossier's proposals, newest first. */
export async function loadProposals(
  dossierId: Id,
  { limit, cursor, state, of }: ProposalsQuery,
  db: Database = database(),
): Promise<ProposalsPage> {
  return unlessAway(async () => {
    const rows = await db.proposal.findMany({
      where: {
        dossierId,
        ...(cursor === null ? {} : { id: { lt: cursor } }),
        ...(state === null ? {} : { state }),
        ...(of === null ? {} : { authorId: of.id }),
      },
      include: WITH_EVENT,
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const proposals = await toListed(db, dossierId, page);
    return { proposals, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** One proposal; `null` if there is none, or none of this owner's. */
export async function loadProposal(
  dossierId: Id,
  id: Id,
  of: Owner | null,
  db: Database | Transaction = database(),
): Promise<ListedProposal | null> {
  const row = await db.proposal.findUnique({
    where: { dossierId_id: { dossierId, id } },
    include: WITH_EVENT,
  });
  if (row === null || (of !== null && row.authorId !== of.id)) return null;
  const [listed = null] = await toListed(db, dossierId, [row]);
  return listed;
}

/** How many proposals wait for an editor. */
export function countOpenProposals(dossierId: Id, db: Database = database()): Promise<number> {
  return unlessAway(() => db.proposal.count({ where: { dossierId, state: "open" } }));
}

const WITH_EVENT = { event: { select: { slug: true, version: true, hiddenAt: true } } } as const;
type Row = Prisma.ProposalGetPayload<{ include: typeof WITH_EVENT }>;

async function toListed(
  db: Database | Transaction,
  dossierId: Id,
  rows: readonly Row[],
): Promise<ListedProposal[]> {
  const ids = rows.map(({ resultId }) => resultId).filter((id) => id !== null);
  const where = { dossierId, id: { in: ids } };
  const select = { id: true, slug: true } as const;
  const [events, sources] = [
    await db.event.findMany({ where, select }),
    await db.source.findMany({ where, select }),
  ];
  const slugs = new Map([...events, ...sources].map(({ id, slug }) => [id, slug]));
  return rows.map((row) => toProposal(row, (row.resultId && slugs.get(row.resultId)) ?? null));
}

function toProposal(row: Row, result: string | null): ListedProposal {
  const { id, at, author, authorId, version, event, decidedAt, decidedBy, reason, changeId } = row;
  return {
    ...{ id, author, authorId, version, decidedBy, reason, changeId, result },
    kind: toMember("proposal.kind", PROPOSAL_KINDS, row.kind),
    state: toMember("proposal.state", PROPOSAL_STATES, row.state),
    at: at.getTime() as Instant,
    decidedAt: decidedAt && (decidedAt.getTime() as Instant),
    event: event && {
      slug: event.slug,
      isChanged: version !== null && event.version !== version,
      isDeleted: event.hiddenAt !== null,
    },
    body: row.body as Prisma.JsonObject,
    shown: ShownSchema.parse(row.shown),
  };
}
