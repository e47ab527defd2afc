import * as z from "zod";
import { LIMITS } from "@/core/record/limits";
import { PROPOSAL_KINDS, PROPOSAL_STATES } from "@/core/record/vocabulary";
import { DifferenceSchema } from "./changes";
import { Text, textUpTo } from "./text";
import { EventPatchSchema, NewCitationSchema, NewEventSchema, NewSourceSchema } from "./write";

// A proposal holds the body of the write that it asks for, by that write's own schema.

const Why = textUpTo(LIMITS.note).min(1);
const Event = Text.describe("Slug of the event that it is about.");
const Version = z.int().positive().max(2_147_483_647).describe("Of the event, as it was seen.");

export const NewProposalSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("event"), body: NewEventSchema }),
    z.strictObject({ kind: z.literal("citation"), event: Event, body: NewCitationSchema }),
    z.strictObject({ kind: z.literal("change"), event: Event, version: Version, body: EventPatchSchema }),
    z.strictObject({
      ...{ kind: z.literal("deletion"), event: Event, version: Version },
      body: z.strictObject({ reason: Why }),
    }),
    z.strictObject({ kind: z.literal("source"), body: NewSourceSchema }),
  ])
  .meta({ id: "NewProposal" });

export const DeclineSchema = z
  .strictObject({ reason: Why.describe("Read by whoever proposed it.") })
  .meta({ id: "Decline" });

/** What needs no words at all. */
export const NothingSchema = z.strictObject({}).meta({ id: "Nothing" });

/** What a proposal would do, in words. */
export const ShownSchema = z.strictObject({
  title: z.string(),
  differences: z.array(DifferenceSchema),
  passages: z.array(
    z.strictObject({
      source: z.strictObject({ slug: z.string(), title: z.string() }),
      prefix: z.string().describe("What stands before the quotation."),
      exact: z.string(),
      suffix: z.string(),
    }),
  ),
});

export const ProposalsQuerySchema = z.strictObject({
  limit: z.int().min(1).max(200).default(50),
  cursor: z.uuid().optional().describe("`next` of the page before."),
  state: z.enum(PROPOSAL_STATES).optional(),
});

export const ProposalSchema = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(PROPOSAL_KINDS),
    at: z.int().describe("Milliseconds since 1970-01-01T00:00Z."),
    author: z.string(),
    isOwn: z.boolean().describe("Whether whoever asks has proposed it."),
    state: z.enum(PROPOSAL_STATES),
    event: z
      .strictObject({
        slug: z.string(),
        isChanged: z.boolean().describe("Whether it is another by now than the one that was seen."),
        isDeleted: z.boolean(),
      })
      .nullable()
      .describe("The event that it is about."),
    version: z.int().nullable().describe("Of that event, as it was seen."),
    body: z.record(z.string(), z.unknown()).describe("What was asked for."),
    shown: ShownSchema,
    decidedAt: z.int().nullable().describe("Milliseconds since 1970-01-01T00:00Z."),
    decidedBy: z.string().nullable(),
    reason: z.string().nullable().describe("Why it was declined."),
    changeId: z.uuid().nullable().describe("The change that it became."),
    result: z.string().nullable().describe("Slug of the event or source that came of it."),
  })
  .meta({ id: "Proposal" });

export const ProposalsSchema = z
  .strictObject({
    items: z.array(ProposalSchema).describe("Newest first."),
    next: z.string().nullable().describe("Cursor of the next page; null at the end."),
  })
  .meta({ id: "Proposals" });

export type NewProposal = z.infer<typeof NewProposalSchema>;
export type Shown = z.infer<typeof ShownSchema>;
export type WireProposal = z.infer<typeof ProposalSchema>;
export type WireProposals = z.infer<typeof ProposalsSchema>;
