import type { Instant } from "@/core/time/instant";
import { type Change, type Changed, changeDossier } from "@/server/commands/change-dossier";
import { createDossier } from "@/server/commands/create-dossier";
import { createEvent } from "@/server/commands/create-event";
import { createSource } from "@/server/commands/create-source";
import { transact } from "@/server/commands/transact";
import type { Database } from "@/server/db";
import { type NewEvent, NewEventSchema, type NewSource, NewSourceSchema } from "@/wire/write";
import { quote, REPORT, RETRACTION } from "./report";

/** Runs commands on a dossier as the interface does, each change a minute after the one before. */
export type Desk = {
  readonly slug: string;
  readonly change: <T>(work: (change: Change) => Promise<T>, reason?: string) => Promise<Changed<T>>;
  readonly now: () => Instant;
};

/** Makes a dossier with two sources, by the commands. */
export async function openDesk(db: Database, slug: string): Promise<Desk> {
  let minute = 0;
  const now = () => Date.UTC(2024, 2, 5, 12, minute) as Instant;
  const sign = (reason: string | null = null) => ({ author: "A desk", authorId: null, now: now(), reason });
  const asked = { title: `Dossier ${slug}`, summary: "", zone: "Europe/Lisbon", slug };
  await transact(db, (tx) => createDossier(tx, sign(), asked));
  const desk: Desk = {
    slug,
    now,
    change: (work, reason) => {
      minute++;
      return transact(db, (tx) => changeDossier(tx, slug, sign(reason), work));
    },
  };
  await desk.change((change) => createSource(change, toSource({ title: "Report", text: REPORT })));
  const later = { title: "Retraction", text: RETRACTION, publishedOn: "2024-03-06" };
  await desk.change((change) => createSource(change, toSource(later)));
  return desk;
}

export function toSource(said: Partial<NewSource>): NewSource {
  const usual = { title: "Report", publisher: "Test Press", language: "en", publishedOn: "2024-03-04" };
  return NewSourceSchema.parse({ ...usual, coverage: "full", text: REPORT, ...said });
}

export function toEvent(said: Record<string, unknown> = {}): NewEvent {
  const citations = [quote("The ministers met on Sunday.", { timeWords: "Sunday", when: "2024-03-03" })];
  const usual = { title: "Ministers meet", category: "diplomacy", when: "2024-03-03", citations };
  return NewEventSchema.parse({ ...usual, ...said });
}

/** Makes an event and gives it as it was stored. */
export async function makeEvent(desk: Desk, said: Record<string, unknown> = {}) {
  return (await desk.change((change) => createEvent(change, toEvent(said)))).result;
}

export const LISBON = { name: "Lisbon", lon: -9.1393, lat: 38.7223, precision: "city", geonamesId: 2267057 };
