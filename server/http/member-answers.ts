import type * as z from "zod";
import type { Id } from "@/core/record/record";
import type { WireInvitationLink } from "@/wire/account-lists";
import {
  type InvitationsSchema,
  MemberRoleSchema,
  type MembersSchema,
  NewInvitationSchema,
} from "@/wire/members";
import { NoQuerySchema } from "@/wire/plain-queries";
import type { Access } from "../access/admit";
import { toPeer } from "../access/peer";
import { type Changer, changeMember } from "../commands/change-member";
import { makeInvitation, revokeInvitation } from "../commands/make-invitation";
import { transact } from "../commands/transact";
import { WriteRefusal } from "../commands/write-refusal";
import { database } from "../db";
import { loadInvitations, loadMembers } from "../queries/load-members";
import { read } from "./answers";
import type { Act } from "./guard";
import { readJsonBody } from "./json-body";
import { Refusal } from "./refusal";
import { toId } from "./to-id";

type InDossier = { readonly slug: string };

export async function answerMembers(
  { slug }: InDossier,
  query: URLSearchParams,
  access: Access,
): Promise<z.infer<typeof MembersSchema>> {
  read(NoQuerySchema, query);
  return { items: await loadMembers(toDossierId(slug, access)) };
}

/** Gives a member another role. */
export const putMember: Act<InDossier & { readonly member: string }> = async (request, params, access) => {
  const { role } = await readJsonBody(request, MemberRoleSchema);
  const [changer, member] = [toChanger(request, params.slug, access), toId(params.member, "member")];
  await orRefusal(() => transact(database(), (tx) => changeMember(tx, changer, member, role)));
  return Response.json({ role }, { headers: NOT_STORED });
};

/** Sends a member away; what they hear of a private dossier ends. */
export const deleteMember: Act<InDossier & { readonly member: string }> = async (request, params, access) => {
  const [changer, member] = [toChanger(request, params.slug, access), toId(params.member, "member")];
  await orRefusal(() => transact(database(), (tx) => changeMember(tx, changer, member, null)));
  return new Response(null, { status: 204, headers: NOT_STORED });
};

export async function answerInvitations(
  { slug }: InDossier,
  query: URLSearchParams,
  access: Access,
): Promise<z.infer<typeof InvitationsSchema>> {
  read(NoQuerySchema, query);
  return { items: await loadInvitations(toDossierId(slug, access), Date.now()) };
}

/** Makes an invitation; its link is told now and never again. */
export const postInvitation: Act<InDossier> = async (request, { slug }, access) => {
  const { role } = await readJsonBody(request, NewInvitationSchema);
  const changer = { ...toChanger(request, slug, access), author: access.author };
  const { invitation, token } = await transact(database(), (tx) =>
    makeInvitation(tx, changer, role, Date.now()),
  );
  const link: WireInvitationLink = { ...invitation, path: `/join#${token}` };
  return Response.json(link, { status: 201, headers: NOT_STORED });
};

export const deleteInvitation: Act<InDossier & { readonly invitation: string }> = async (
  request,
  { slug, invitation },
  access,
) => {
  const [changer, id] = [toChanger(request, slug, access), toId(invitation, "invitation")];
  await orRefusal(() => transact(database(), (tx) => revokeInvitation(tx, changer, id)));
  return new Response(null, { status: 204, headers: NOT_STORED });
};

const NOT_STORED = { "cache-control": "no-store" };

// Before there are accounts nobody is a member, and nobody could be told from others.
function toChanger(request: Request, slug: string, access: Access): Changer {
  if (access.authorId === null)
    throw new Refusal(409, "Make an account first: until then nobody is a member.");
  return {
    dossierId: toDossierId(slug, access),
    authorId: access.authorId,
    address: toPeer(request.headers),
  };
}

function toDossierId(slug: string, { dossier }: Access): Id {
  if (dossier === null) throw new Refusal(404, `There is no dossier ${slug}.`);
  return dossier.id;
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WriteRefusal)) throw error;
    throw new Refusal(error.kind === "conflict" ? 409 : 404, error.message);
  }
}
