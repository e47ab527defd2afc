import type { Id } from "@/core/record/record";
import { isAtLeast } from "@/core/record/roles";
import {
  DeclineSchema,
  NewProposalSchema,
  NothingSchema,
  ProposalsQuerySchema,
  type WireProposal,
  type WireProposals,
} from "@/wire/proposal";
import type { Access } from "../access/admit";
import {
  type Accepted,
  acceptProposal,
  declineProposal,
  withdrawProposal,
} from "../commands/decide-proposal";
import type { Answer } from "../commands/once";
import { propose } from "../commands/propose";
import { WriteRefusal } from "../commands/write-refusal";
import type { Transaction } from "../db";
import { loadDossierId } from "../queries/load-dossier-id";
import { type ListedProposal, loadProposal, loadProposals, type Owner } from "../queries/load-proposals";
import { read } from "./answers";
import { Refusal } from "./refusal";
import { type Asked, toWriter } from "./write";
import { answerWithEvent, answerWithNothing, answerWithSource, presentEvent } from "./written";

type InDossier = { readonly slug: string };
type OfProposal = InDossier & { readonly proposal: string };

/** A page of proposals: an editor is shown all, a contributor their own. */
export async function answerProposals(
  { slug }: InDossier,
  query: URLSearchParams,
  access: Access,
): Promise<WireProposals> {
  const { limit, cursor = null, state = null } = read(ProposalsQuerySchema, query);
  const asked = { limit, cursor, state, of: toOwner(access) };
  const { proposals, next } = await loadProposals(toDossier(slug, access), asked);
  return { items: proposals.map((one) => encodeProposal(one, access.authorId)), next };
}

export async function answerProposal(
  { slug, proposal }: OfProposal,
  _: URLSearchParams,
  access: Access,
): Promise<WireProposal> {
  const id = toId(proposal);
  const found = await loadProposal(toDossier(slug, access), id, toOwner(access));
  if (found === null) throw new Refusal(404, `There is no proposal ${id} in dossier ${slug}.`);
  return encodeProposal(found, access.authorId);
}

/** Whose proposals somebody may see; `null` is everybody's. */
export function toOwner({ role, authorId }: Access): Owner | null {
  return isAtLeast(role, "editor") ? null : { id: authorId };
}

export const postProposal = toWriter<InDossier, typeof NewProposalSchema>({
  schema: NewProposalSchema,
  needsVersion: false,
  write: async (asked) => {
    const { tx, params, signed, body } = asked;
    const event = "event" in body ? body.event : null;
    const work = () => orNamed(event, () => propose(tx, params.slug, signed, body));
    const id = await orPresent(params.slug, event, work);
    const location = `/api/v1/dossiers/${params.slug}/proposals/${id}`;
    return { ...(await answerWithProposal(asked, id)), status: 201, location };
  },
});

export const postAcceptance = toWriter<OfProposal, typeof NothingSchema>({
  schema: NothingSchema,
  needsVersion: false,
  write: async ({ tx, params, signed }) => {
    const id = toId(params.proposal);
    const event = await loadSubject(tx, params.slug, id);
    return toAnswer(
      tx,
      await orPresent(params.slug, event, () => acceptProposal(tx, params.slug, id, signed)),
    );
  },
});

export const postDecline = toWriter<OfProposal, typeof DeclineSchema>({
  schema: DeclineSchema,
  needsVersion: false,
  write: async (asked) => {
    const id = toId(asked.params.proposal);
    await declineProposal(asked.tx, asked.params.slug, id, asked.signed);
    return answerWithProposal(asked, id);
  },
});

export const postWithdrawal = toWriter<OfProposal, typeof NothingSchema>({
  schema: NothingSchema,
  needsVersion: false,
  write: async (asked) => {
    const id = toId(asked.params.proposal);
    await withdrawProposal(asked.tx, asked.params.slug, id, asked.signed);
    return answerWithProposal(asked, id);
  },
});

// What a proposal is about stands in its body: that there is none is told of the field, and not of the address.
async function orNamed<T>(event: string | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isUnknown = error instanceof WriteRefusal && error.kind === "unknown" && error.field === null;
    throw isUnknown && event !== null ? new WriteRefusal("invalid", error.message, "event") : error;
  }
}

/** Whoever saw another version of the event is shown the present one. */
async function orPresent<T>(slug: string, event: string | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WriteRefusal) || error.kind !== "stale" || event === null) throw error;
    throw new Refusal(412, error.message, undefined, { present: await presentEvent({ slug, event }) });
  }
}

async function loadSubject(tx: Transaction, slug: string, id: Id): Promise<string | null> {
  const dossierId = await loadDossierId(slug, tx);
  return dossierId && ((await loadProposal(dossierId, id, null, tx))?.event?.slug ?? null);
}

async function toAnswer(tx: Transaction, { kind, changed }: Accepted): Promise<Answer> {
  const { result, ...rest } = changed;
  switch (result.subject) {
    case "event":
      return answerWithEvent(tx, { ...rest, result: result.event }, kind === "change" ? 200 : 201);
    case "source":
      return answerWithSource({ ...rest, result: result.source }, 201);
    case "nothing":
      return answerWithNothing({ ...rest, result: undefined });
  }
}

async function answerWithProposal(
  { tx, params, signed }: Asked<InDossier, unknown>,
  id: Id,
): Promise<Answer> {
  const dossierId = await loadDossierId(params.slug, tx);
  const found = dossierId && (await loadProposal(dossierId, id, null, tx));
  if (!found) throw new Error(`Proposal ${id}: it cannot be read after it was written.`);
  const body = JSON.stringify(encodeProposal(found, signed.authorId));
  return { status: 200, location: null, changeId: null, body };
}

/** A proposal as it is told to an account. */
export function encodeProposal(
  { authorId, event, shown, body, ...proposal }: ListedProposal,
  reader: Id | null,
): WireProposal {
  return {
    ...proposal,
    isOwn: authorId === reader,
    event: event && { ...event },
    shown: { ...shown },
    body: { ...body },
  };
}

function toDossier(slug: string, { dossier }: Access): Id {
  if (dossier === null) throw new Refusal(404, `There is no dossier ${slug}.`);
  return dossier.id;
}

function toId(text: string): Id {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new Refusal(404, `There is no proposal ${text.slice(0, 40)}.`);
}
