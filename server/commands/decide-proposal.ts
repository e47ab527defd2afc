import type { Id } from "@/core/record/record";
import type { ProposalState } from "@/core/record/vocabulary";
import type { Proposal } from "@/generated/prisma/client";
import { type NewProposal, NewProposalSchema } from "@/wire/proposal";
import type { Transaction } from "../db";
import { loadDossierId } from "../queries/load-dossier-id";
import { type Changed, changeDossier, type Signed } from "./change-dossier";
import { type Result, runProposed } from "./run-proposed";
import { WriteRefusal } from "./write-refusal";

export type Accepted = { readonly kind: NewProposal["kind"]; readonly changed: Changed<Result> };

/**
 * Runs what was proposed, in its author's name; `signed` is who accepts it. Throws as the command does, and leaves the
 * proposal open then.
 */
export async function acceptProposal(
  tx: Transaction,
  slug: string,
  id: Id,
  signed: Signed,
): Promise<Accepted> {
  const row = await takeOpen(tx, slug, id);
  const proposed = await toProposed(tx, row);
  const { author, authorId } = row;
  const reason = proposed.body.reason ?? null;
  const as = { author, authorId, reason, now: signed.now, acceptedBy: signed.author };
  const changed = await changeDossier(tx, slug, as, (change) => runProposed(change, proposed));
  const { result, changeId } = changed;
  await decide(tx, row, "accepted", signed, { changeId, resultId: toResultId(result, row.subjectId) });
  return { kind: proposed.kind, changed };
}

/** Settles that a proposal is not followed; the reason is that of `signed`. */
export async function declineProposal(tx: Transaction, slug: string, id: Id, signed: Signed): Promise<void> {
  await decide(tx, await takeOpen(tx, slug, id), "declined", signed, { reason: signed.reason });
}

/** Takes one's own proposal back. To anybody but its author, throws as if it were not there. */
export async function withdrawProposal(tx: Transaction, slug: string, id: Id, signed: Signed): Promise<void> {
  const row = await takeOpen(tx, slug, id, signed.authorId);
  await decide(tx, row, "withdrawn", signed, {});
}

/** The proposal, held until the transaction ends; of another author than `ownerId` there is none. */
async function takeOpen(tx: Transaction, slug: string, id: Id, ownerId?: Id | null): Promise<Proposal> {
  const dossierId = await loadDossierId(slug, tx);
  const unknown = new WriteRefusal("unknown", `There is no proposal ${id} in dossier ${slug}.`);
  if (dossierId === null) throw unknown;
  await tx.$queryRaw`
    select id from proposal where "dossierId" = ${dossierId}::uuid and id = ${id}::uuid for update`;
  const row = await tx.proposal.findUnique({ where: { dossierId_id: { dossierId, id } } });
  if (row === null || (ownerId !== undefined && row.authorId !== ownerId)) throw unknown;
  if (row.state !== "open") throw new WriteRefusal("conflict", `The proposal was ${row.state} already.`);
  return row;
}

/** What was proposed, read once more as if it were asked for now. */
async function toProposed(
  tx: Transaction,
  { dossierId, kind, subjectId, version, body }: Proposal,
): Promise<NewProposal> {
  const event =
    subjectId &&
    (await tx.event.findUnique({
      where: { dossierId_id: { dossierId, id: subjectId } },
      select: { slug: true },
    }));
  const about = event ? { event: event.slug } : {};
  const seen = kind === "change" || kind === "deletion" ? { version } : {};
  const parsed = NewProposalSchema.safeParse({ kind, body, ...about, ...seen });
  if (!parsed.success)
    throw new WriteRefusal("conflict", "This version of the program does not know what was proposed.");
  return parsed.data;
}

function toResultId(result: Result, subjectId: Id | null): Id | null {
  switch (result.subject) {
    case "event":
      return result.event.id;
    case "source":
      return result.source.id;
    case "nothing":
      return subjectId;
  }
}

async function decide(
  tx: Transaction,
  { dossierId, id }: Proposal,
  state: ProposalState,
  { author, authorId, now }: Signed,
  more: Partial<Pick<Proposal, "changeId" | "resultId" | "reason">>,
): Promise<void> {
  await tx.proposal.update({
    where: { dossierId_id: { dossierId, id } },
    data: { state, decidedAt: new Date(now), decidedBy: author, decidedById: authorId, ...more },
  });
}
