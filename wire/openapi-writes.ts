import type * as z from "zod";
import { EventSchema, SourceSchema } from "./api";
import { DeclineSchema, NewProposalSchema, NothingSchema, ProposalSchema } from "./proposal";
import {
  AnchorSchema,
  CitationPatchSchema,
  DossierPatchSchema,
  EventPatchSchema,
  MergeSchema,
  MoveSchema,
  NewCitationSchema,
  NewDossierSchema,
  NewEventSchema,
  NewSourceSchema,
  NewTextSchema,
  ReasonSchema,
  SourcePatchSchema,
  SplitSchema,
} from "./write";

/** A way to change something: for editors, and until there are accounts on the machine that the program runs on. */
export type Write = {
  readonly method: "post" | "patch" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly body: z.ZodType;
  /** `null` answers with the id of the change alone. */
  readonly answer: z.ZodType | null;
  readonly status: 200 | 201;
};

const DOSSIER = "/api/v1/dossiers/{slug}";
const EVENT = `${DOSSIER}/events/{event}`;
const CITATION = `${EVENT}/citations/{citation}`;
const SOURCE = `${DOSSIER}/sources/{source}`;

const PASSAGE = `${SOURCE}/passages/{passage}`;
const PROPOSAL = `${DOSSIER}/proposals/{proposal}`;

const post = (path: string, summary: string, body: z.ZodType, answer: Write["answer"], status: 200 | 201) =>
  ({ method: "post", path, summary, body, answer, status }) as const;
const patch = (path: string, summary: string, body: z.ZodType, answer: Write["answer"]) =>
  ({ method: "patch", path, summary, body, answer, status: 200 }) as const;
const remove = (path: string, summary: string, answer: Write["answer"] = null) =>
  ({ method: "delete", path, summary, body: ReasonSchema, answer, status: 200 }) as const;

/** Every write, with the schemas by which it is read and answered. */
export const WRITES: readonly Write[] = [
  post("/api/v1/dossiers", "Makes an empty dossier.", NewDossierSchema, null, 201),
  patch(DOSSIER, "Changes what a dossier says of itself.", DossierPatchSchema, null),
  post(`${DOSSIER}/sources`, "Adds a document as it was read.", NewSourceSchema, SourceSchema, 201),
  patch(SOURCE, "Changes what is said of a source; its text stays.", SourcePatchSchema, SourceSchema),
  post(
    `${SOURCE}/texts`,
    "Gives a source another text: passages that stand there exactly once move, the others stay with the earlier one.",
    NewTextSchema,
    SourceSchema,
    200,
  ),
  post(
    `${PASSAGE}/anchor`,
    "Lets events cite other words in place of a passage that is not in the present text.",
    AnchorSchema,
    SourceSchema,
    200,
  ),
  post(
    `${PASSAGE}/keep`,
    "Settles that a passage stays with the earlier text that it quotes.",
    ReasonSchema,
    SourceSchema,
    200,
  ),
  remove(SOURCE, "Deletes a source that no event cites; it can be restored for thirty days."),
  post(`${SOURCE}/restore`, "Brings a deleted source back.", ReasonSchema, SourceSchema, 200),
  post(`${DOSSIER}/events`, "Makes an event of sentences.", NewEventSchema, EventSchema, 201),
  patch(EVENT, "Changes what an editor says of an event.", EventPatchSchema, EventSchema),
  remove(EVENT, "Deletes an event; it can be restored for thirty days."),
  post(`${EVENT}/restore`, "Brings a deleted event back.", ReasonSchema, EventSchema, 200),
  post(
    `${EVENT}/merge`,
    "Makes it a part of another event, which is answered.",
    MergeSchema,
    EventSchema,
    200,
  ),
  post(`${EVENT}/split`, "Makes a new event of some of its citations.", SplitSchema, EventSchema, 201),
  post(`${EVENT}/citations`, "Adds what one more passage says.", NewCitationSchema, EventSchema, 201),
  patch(CITATION, "Changes what is read in a passage.", CitationPatchSchema, EventSchema),
  remove(CITATION, "Takes a citation away; never the last.", EventSchema),
  post(
    `${CITATION}/move`,
    "Gives a citation to another event, which is answered.",
    MoveSchema,
    EventSchema,
    200,
  ),
  post(
    `${DOSSIER}/changes/{change}/restore`,
    "Brings a thing into the state that an entry of its history left it in.",
    ReasonSchema,
    null,
    200,
  ),
  post(
    `${DOSSIER}/changes/{change}/undo`,
    "Takes back all that a change did, unless it has been changed since.",
    ReasonSchema,
    null,
    200,
  ),
  post(
    `${DOSSIER}/proposals`,
    "Proposes a write, for contributors: it is checked as if it were done, and waits for an editor.",
    NewProposalSchema,
    ProposalSchema,
    201,
  ),
  post(
    `${PROPOSAL}/accept`,
    "Does what was proposed, in its author's name; answers like the write that was proposed.",
    NothingSchema,
    null,
    200,
  ),
  post(
    `${PROPOSAL}/decline`,
    "Settles that it is not followed, and why.",
    DeclineSchema,
    ProposalSchema,
    200,
  ),
  post(`${PROPOSAL}/withdraw`, "Takes one's own proposal back.", NothingSchema, ProposalSchema, 200),
];

/** What a write may be answered with instead. */
export const WRITE_REFUSALS = {
  400: "A header cannot be followed; `faults` names it.",
  401: "Sign in first.",
  403: "The account may not do this, or it is not asked for by one of the program's own pages.",
  404: "There is no such thing.",
  409: "It does not fit with what else is there.",
  410: "It was deleted.",
  412: "It has been changed since the version in If-Match; `present` is how it is by now.",
  413: "The request is too long.",
  415: "The content type is another.",
  422: "The request has faults; `faults` names each field.",
  428: "If-Match is needed.",
  429: "Too many changes in a short time, and nothing was done; Retry-After says when to ask again.",
} as const;
