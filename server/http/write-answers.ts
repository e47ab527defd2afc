import { encodeSource } from "@/wire/api-event";
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
} from "@/wire/write";
import { addText } from "../commands/add-text";
import { anchorPassage } from "../commands/anchor-passage";
import { type Change, type Changed, changeDossier } from "../commands/change-dossier";
import { citeEvent } from "../commands/cite-event";
import { createDossier } from "../commands/create-dossier";
import { createEvent } from "../commands/create-event";
import { createSource } from "../commands/create-source";
import { hideEvent } from "../commands/hide-event";
import { hideSource, restoreSource } from "../commands/hide-source";
import { keepPassage } from "../commands/keep-passage";
import { mergeEvents } from "../commands/merge-events";
import { moveCitation } from "../commands/move-citation";
import { restoreEvent } from "../commands/restore-event";
import { restoreRevision, undoChange } from "../commands/revert-change";
import { splitEvent } from "../commands/split-event";
import { unciteEvent } from "../commands/uncite-event";
import { updateCitation } from "../commands/update-citation";
import { updateDossier } from "../commands/update-dossier";
import { updateEvent } from "../commands/update-event";
import { updateSource } from "../commands/update-source";
import { loadDossier } from "../queries/load-dossier";
import { loadSource } from "../queries/load-source";
import { Refusal } from "./refusal";
import { type Asked, toWriter } from "./write";
import {
  answerWithDossier,
  answerWithEvent,
  answerWithNothing,
  answerWithSource,
  encodeDossier,
  presentEvent,
} from "./written";

type InDossier = { readonly slug: string };
type OfEvent = InDossier & { readonly event: string };
type OfCitation = OfEvent & { readonly citation: string };
type OfSource = InDossier & { readonly source: string };
type OfPassage = OfSource & { readonly passage: string };
type OfChange = InDossier & { readonly change: string };

export const postDossier = toWriter<unknown, typeof NewDossierSchema>({
  schema: NewDossierSchema,
  needsVersion: false,
  write: async ({ tx, signed, body }) => answerWithDossier(await createDossier(tx, signed, body), 201),
});

export const patchDossier = toWriter<InDossier, typeof DossierPatchSchema>({
  schema: DossierPatchSchema,
  needsVersion: true,
  present: async ({ slug }) => {
    const found = await loadDossier(slug);
    return found && encodeDossier(found.dossier);
  },
  write: async (asked) =>
    answerWithDossier(await change(asked, (one) => updateDossier(one, asked.seen, asked.body)), 200),
});

export const postSource = toWriter<InDossier, typeof NewSourceSchema>({
  schema: NewSourceSchema,
  needsVersion: false,
  write: async (asked) => answerWithSource(await change(asked, (one) => createSource(one, asked.body)), 201),
});

const presentSource = async ({ slug, source }: OfSource) => {
  const found = await loadSource(slug, source, { isWhole: true, text: null });
  return found && encodeSource(found.source);
};

export const patchSource = toWriter<OfSource, typeof SourcePatchSchema>({
  schema: SourcePatchSchema,
  needsVersion: true,
  present: presentSource,
  write: async (asked) => {
    const { params, seen, body } = asked;
    return answerWithSource(await change(asked, (one) => updateSource(one, params.source, seen, body)), 200);
  },
});

export const postText = toWriter<OfSource, typeof NewTextSchema>({
  schema: NewTextSchema,
  needsVersion: false,
  present: presentSource,
  write: async (asked) => {
    const { params, seen, body } = asked;
    return answerWithSource(await change(asked, (one) => addText(one, params.source, seen, body)), 200);
  },
});

export const postAnchor = toWriter<OfPassage, typeof AnchorSchema>({
  schema: AnchorSchema,
  needsVersion: false,
  present: presentSource,
  write: async (asked) => {
    const { seen, body } = asked;
    const { source, passage } = asked.params;
    return answerWithSource(
      await change(asked, (one) => anchorPassage(one, source, passage, seen, body)),
      200,
    );
  },
});

export const postKeeping = toWriter<OfPassage, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: false,
  present: presentSource,
  write: async (asked) => {
    const { source, passage } = asked.params;
    return answerWithSource(await change(asked, (one) => keepPassage(one, source, passage, asked.seen)), 200);
  },
});

export const deleteSource = toWriter<OfSource, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: true,
  present: presentSource,
  write: async (asked) =>
    answerWithNothing(await change(asked, (one) => hideSource(one, asked.params.source, asked.seen))),
});

export const postSourceRestoration = toWriter<OfSource, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: false,
  write: async (asked) =>
    answerWithSource(await change(asked, (one) => restoreSource(one, asked.params.source)), 200),
});

export const postEvent = toWriter<InDossier, typeof NewEventSchema>({
  schema: NewEventSchema,
  needsVersion: false,
  write: async (asked) =>
    answerWithEvent(asked.tx, await change(asked, (one) => createEvent(one, asked.body)), 201),
});

export const patchEvent = toWriter<OfEvent, typeof EventPatchSchema>({
  schema: EventPatchSchema,
  needsVersion: true,
  present: presentEvent,
  write: async (asked) => {
    const { tx, params, seen, body } = asked;
    return answerWithEvent(tx, await change(asked, (one) => updateEvent(one, params.event, seen, body)), 200);
  },
});

export const deleteEvent = toWriter<OfEvent, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: true,
  present: presentEvent,
  write: async (asked) =>
    answerWithNothing(await change(asked, (one) => hideEvent(one, asked.params.event, asked.seen))),
});

export const postEventRestoration = toWriter<OfEvent, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: false,
  write: async (asked) =>
    answerWithEvent(asked.tx, await change(asked, (one) => restoreEvent(one, asked.params.event)), 200),
});

export const postMerge = toWriter<OfEvent, typeof MergeSchema>({
  schema: MergeSchema,
  needsVersion: false,
  present: presentEvent,
  write: async (asked) => {
    const { tx, params, seen, body } = asked;
    const merged = await change(asked, (one) => mergeEvents(one, params.event, seen, body));
    return answerWithEvent(tx, merged, 200);
  },
});

export const postSplit = toWriter<OfEvent, typeof SplitSchema>({
  schema: SplitSchema,
  needsVersion: false,
  present: presentEvent,
  write: async (asked) => {
    const { tx, params, seen, body } = asked;
    return answerWithEvent(tx, await change(asked, (one) => splitEvent(one, params.event, seen, body)), 201);
  },
});

export const postCitation = toWriter<OfEvent, typeof NewCitationSchema>({
  schema: NewCitationSchema,
  needsVersion: false,
  present: presentEvent,
  write: async (asked) => {
    const { tx, params, seen, body } = asked;
    const { reason: _, ...citation } = body;
    const cited = await change(asked, (one) => citeEvent(one, params.event, seen, citation));
    return answerWithEvent(tx, cited, 201);
  },
});

export const patchCitation = toWriter<OfCitation, typeof CitationPatchSchema>({
  schema: CitationPatchSchema,
  needsVersion: true,
  present: presentEvent,
  write: async (asked) => {
    const { tx, seen, body } = asked;
    const { event, citation } = asked.params;
    const changed = await change(asked, (one) => updateCitation(one, event, citation, seen, body));
    return answerWithEvent(tx, changed, 200);
  },
});

export const deleteCitation = toWriter<OfCitation, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: true,
  present: presentEvent,
  write: async (asked) => {
    const { tx, seen } = asked;
    const { event, citation } = asked.params;
    return answerWithEvent(tx, await change(asked, (one) => unciteEvent(one, event, citation, seen)), 200);
  },
});

export const postMove = toWriter<OfCitation, typeof MoveSchema>({
  schema: MoveSchema,
  needsVersion: false,
  present: presentEvent,
  write: async (asked) => {
    const { tx, seen, body } = asked;
    const { event, citation } = asked.params;
    const moved = await change(asked, (one) => moveCitation(one, event, citation, seen, body.to));
    return answerWithEvent(tx, moved, 200);
  },
});

export const postRestoration = toWriter<OfChange, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: false,
  write: async (asked) =>
    answerWithNothing(await change(asked, (one) => restoreRevision(one, toId(asked.params.change)))),
});

export const postUndoing = toWriter<OfChange, typeof ReasonSchema>({
  schema: ReasonSchema,
  needsVersion: false,
  write: async (asked) =>
    answerWithNothing(await change(asked, (one) => undoChange(one, toId(asked.params.change)))),
});

function change<P extends InDossier, B, T>(
  { tx, params, signed }: Asked<P, B>,
  work: (change: Change) => Promise<T>,
): Promise<Changed<T>> {
  return changeDossier(tx, params.slug, signed, work);
}

function toId(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new Refusal(404, `There is no change ${text.slice(0, 40)}.`);
}
