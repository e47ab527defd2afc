import type { Id } from "@/core/record/record";
import type { Instant } from "@/core/time/instant";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "../db";
import { toStates } from "../rows/states";

/** `null`: it was not there, or hidden. "present": it was as it is now. */
export type StateAt = Prisma.JsonObject | null | "present";

/**
 * A thing as it was at an instant, from its history: as the last change until then left it, or else, where that is not
 * said, as the next one found it.
 */
export async function loadStateAt(
  db: Transaction,
  dossierId: Id,
  subjectId: Id,
  at: Instant,
): Promise<StateAt> {
  const [until, from] = await Promise.all([
    db.revision.findFirst({
      where: { dossierId, subjectId, at: { lte: new Date(at) } },
      orderBy: { id: "desc" },
    }),
    db.revision.findFirst({
      where: { dossierId, subjectId, at: { gt: new Date(at) } },
      orderBy: { id: "asc" },
    }),
  ]);
  return toStateBetween(until?.change, from?.change);
}

/** The state between two entries of a history, each `undefined` where there is none. */
export function toStateBetween(
  until: Prisma.JsonValue | undefined,
  from: Prisma.JsonValue | undefined,
): StateAt {
  if (until === undefined) return null;
  const { after } = toStates(until);
  if (after !== undefined) return after;
  if (from === undefined) return "present";
  return toStates(from).before ?? null;
}
