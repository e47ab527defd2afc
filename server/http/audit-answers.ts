import { AuditQuerySchema, type WireAudit } from "@/wire/audit";
import type { Access } from "../access/admit";
import { loadAudit } from "../queries/load-audit";
import { read } from "./answers";
import { Refusal } from "./refusal";

/** The record of what concerns safety, for administrators. */
export function answerAudit(_: unknown, query: URLSearchParams): Promise<WireAudit> {
  const { limit, cursor = null } = read(AuditQuerySchema, query);
  return loadAudit({ limit, cursor, dossierId: null });
}

/** What of it concerns one dossier, for its owners. */
export async function answerDossierAudit(
  { slug }: { readonly slug: string },
  query: URLSearchParams,
  { dossier }: Access,
): Promise<WireAudit> {
  const { limit, cursor = null } = read(AuditQuerySchema, query);
  if (dossier === null) throw new Refusal(404, `There is no dossier ${slug}.`);
  return loadAudit({ limit, cursor, dossierId: dossier.id });
}
