import type { Visibility } from "@/core/record/roles";
import { VisibilitySchema } from "@/wire/account";
import type { Access } from "../access/admit";
import { toPeer } from "../access/peer";
import { changeVisibility } from "../commands/change-visibility";
import { transact } from "../commands/transact";
import { database } from "../db";
import type { Act } from "./guard";
import { readJsonBody } from "./json-body";
import { Refusal } from "./refusal";

type InDossier = { readonly slug: string };

export async function answerVisibility(
  { slug }: InDossier,
  _: URLSearchParams,
  { dossier }: Access,
): Promise<{ visibility: Visibility }> {
  if (dossier === null) throw new Refusal(404, `There is no dossier ${slug}.`);
  return { visibility: dossier.visibility };
}

export const putVisibility: Act<InDossier> = async (request, { slug }, access) => {
  const { visibility } = await readJsonBody(request, VisibilitySchema);
  // Who sees a dossier is for its members, and before there are accounts nobody is one.
  if (access.authorId === null && visibility !== "public") {
    throw new Refusal(409, "Make an account first: without one nobody could be told from others.");
  }
  await transact(database(), (tx) => changeVisibility(tx, slug, access, toPeer(request.headers), visibility));
  return Response.json({ visibility }, { headers: { "cache-control": "no-store" } });
};
