import * as z from "zod";
import type { FieldChange } from "@/core/record/difference";
import { REVISION_KINDS, type RevisionKind } from "@/core/record/vocabulary";

const SUBJECTS = ["dossier", "source", "event", "passage", "place", "actor"] as const;

export const ChangesQuerySchema = z.strictObject({
  limit: z.int().min(1).max(200).default(50),
  cursor: z.uuid().optional().describe("`next` of the page before."),
  subject: z
    .string()
    .regex(
      new RegExp(`^(${SUBJECTS.join("|")}):[a-z0-9-]{1,100}$`),
      "expected event:slug, source:slug and so on",
    )
    .optional()
    .describe("Only the history of one thing, such as event:some-slug."),
});

export const DifferenceSchema = z.strictObject({
  field: z.string(),
  of: z.string().nullable().describe("The quotation that the field belongs to."),
  before: z.string().nullable().describe("In words."),
  after: z.string().nullable(),
});

export const ChangeSchema = z
  .strictObject({
    id: z.uuid(),
    changeId: z.uuid().nullable().describe("Shared by all that was done at once, and is undone together."),
    at: z.int().describe("Milliseconds since 1970-01-01T00:00Z."),
    author: z.string(),
    acceptedBy: z.string().nullable().describe("Who accepted it, where its author had proposed it."),
    kind: z.enum(REVISION_KINDS),
    subject: z.strictObject({ kind: z.enum(SUBJECTS), slug: z.string() }),
    reason: z.string().nullable(),
    before: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe("The record as it was kept; null: not there."),
    after: z.record(z.string(), z.unknown()).nullable(),
    isWithheld: z.boolean().describe("Whether before and after are not told, since the thing was deleted."),
    differences: z.array(DifferenceSchema),
  })
  .meta({ id: "Change" });

export const ChangesSchema = z
  .strictObject({
    items: z.array(ChangeSchema).describe("Newest first."),
    next: z.string().nullable().describe("Cursor of the next page; null at the end."),
  })
  .meta({ id: "Changes" });

export type WireChange = z.infer<typeof ChangeSchema>;
export type WireChanges = z.infer<typeof ChangesSchema>;

type Listed = {
  readonly id: string;
  readonly changeId: string | null;
  readonly at: number;
  readonly author: string;
  readonly acceptedBy: string | null;
  readonly kind: RevisionKind;
  readonly subject: { readonly kind: string; readonly slug: string };
  readonly reason: string | null;
  readonly before: object | null;
  readonly after: object | null;
  readonly isWithheld: boolean;
  readonly differences: readonly FieldChange[];
};

export function encodeChange({ subject, before, after, differences, ...change }: Listed): WireChange {
  const kind = SUBJECTS.find((known) => known === subject.kind);
  if (kind === undefined) throw new Error(`Change ${change.id}: “${subject.kind}” is no kind of thing.`);
  return {
    ...change,
    subject: { kind, slug: subject.slug },
    before: before && { ...before },
    after: after && { ...after },
    differences: differences.map((difference) => ({ ...difference })),
  };
}
