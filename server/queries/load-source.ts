import { isSlug } from "@/core/record/limits";
import type { Passage, Source } from "@/core/record/record";
import { ASSERTIONS, type Assertion } from "@/core/record/vocabulary";
import type { Instant } from "@/core/time/instant";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMember } from "../rows/member";
import { rowToPassage, rowToSource } from "../rows/records";
import { loadDossierId } from "./load-dossier-id";
import { loadPublished } from "./load-published";
import { SHOWN } from "./shown";

/** A source with its passages in the order of the text, each with the events that it reports. */
export type QuotedSource = {
  readonly source: Source;
  /** Those that quote an earlier text too. */
  readonly passages: readonly (Passage & { readonly events: readonly ReportedEvent[] })[];
  /** The texts that it has had, oldest first; none for those who see only excerpts of one. */
  readonly texts: readonly SourceVersion[];
};

type ReportedEvent = { readonly slug: string; readonly title: string; readonly assertion: Assertion };

export type SourceVersion = {
  /** Counted from 1. */
  readonly number: number;
  readonly sha256: string;
  readonly addedAt: Instant | null;
};

/** How a source is to be read. */
export type SourceReading = {
  /** Whether all of it may be seen, or what it publishes. */
  readonly isWhole: boolean;
  /** Which of its texts, by its number or its hash; `null` is the present one. */
  readonly text: number | string | null;
};

/**
 * One source of a dossier, with one of its texts; `null` if there is no such dossier, source or text, or if it is not
 * published.
 */
export async function loadSource(
  dossierSlug: string,
  sourceSlug: string,
  { isWhole, text }: SourceReading,
  db: Database = database(),
): Promise<QuotedSource | null> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(dossierSlug, db);
    if (dossierId === null || !isSlug(sourceSlug)) return null;
    const row = await db.source.findUnique({
      where: { dossierId_slug: { dossierId, slug: sourceSlug }, ...SHOWN },
      include: {
        texts: { orderBy: { number: "asc" }, select: { number: true, sha256: true, addedAt: true } },
      },
    });
    const asked = row?.texts.find(({ number, sha256 }) =>
      text === null ? sha256 === row.sha256 : number === text || sha256 === text,
    );
    if (row === null || !asked) return null;
    const key = { dossierId, sourceId: row.id, sha256: asked.sha256 };
    const held = await db.sourceText.findUniqueOrThrow({ where: { dossierId_sourceId_sha256: key } });
    const source = { ...rowToSource(row, held.text), sha256: asked.sha256 };
    const quoted = {
      source,
      passages: await loadPassages(db, dossierId, row.id),
      texts: row.texts.map(toVersion),
    };
    if (isWhole || source.publishes === "full") return quoted;
    return asked.sha256 === row.sha256 ? publish(db, dossierId, quoted) : null;
  });
}

async function loadPassages(
  db: Database,
  dossierId: string,
  sourceId: string,
): Promise<QuotedSource["passages"]> {
  const passages = await db.passage.findMany({
    where: { dossierId, sourceId },
    orderBy: [{ start: "asc" }, { end: "desc" }, { id: "asc" }],
    include: { citations: { where: { event: SHOWN }, orderBy: { id: "asc" }, include: { event: true } } },
  });
  return passages.map(({ citations, ...passage }) => ({
    ...rowToPassage(passage),
    events: citations.map(({ event, assertion }) => ({
      slug: event.slug,
      title: event.title,
      assertion: toMember("citation.assertion", ASSERTIONS, assertion),
    })),
  }));
}

async function publish(
  db: Database,
  dossierId: string,
  { source, passages }: QuotedSource,
): Promise<QuotedSource | null> {
  const open = (await loadPublished(db, dossierId, [source])).get(source.id);
  if (!open) return null;
  return {
    source: open.source,
    passages: passages.flatMap(({ id, events }) => {
      const passage = open.passages.get(id);
      return passage ? [{ ...passage, events }] : [];
    }),
    texts: [],
  };
}

function toVersion({
  addedAt,
  ...text
}: {
  number: number;
  sha256: string;
  addedAt: Date | null;
}): SourceVersion {
  return { ...text, addedAt: addedAt && (addedAt.getTime() as Instant) };
}
