import { Prisma } from "@/generated/prisma/client";

// What was deleted is kept hidden for a while, and is in no answer but that of its own address: whoever reads events
// or sources asks for these.

/** Of events or sources, those that are not hidden; for Prisma. */
export const SHOWN = { hiddenAt: null };

/** The same as a condition on `event`. */
export const SHOWN_EVENT = Prisma.sql`event."hiddenAt" is null`;
