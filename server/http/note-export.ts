import type { Access } from "../access/admit";
import { toPeer } from "../access/peer";
import { writeAudit } from "../access/write-audit";
import { unlessAway } from "../database-away";
import { database } from "../db";

/**
 * Notes that somebody with an account takes what a dossier holds out of it: as a whole by the programming interface, or
 * an original document. The dashboard's own asking is reading.
 */
export async function noteExport(
  request: Request,
  { visitor, dossier }: Access,
  what: { readonly what: "dataset" } | { readonly what: "document"; readonly source: string },
): Promise<void> {
  const isReading = what.what === "dataset" && request.headers.get("sec-fetch-site") === "same-origin";
  if (visitor.kind !== "account" || dossier === null || isReading) return;
  const entry = { kind: "exported", userId: visitor.id, dossierId: dossier.id } as const;
  const detail = { ...what, ...(visitor.by.kind === "key" ? { key: visitor.by.id } : {}) };
  await unlessAway(() => writeAudit(database(), { ...entry, address: toPeer(request.headers), detail }));
}
