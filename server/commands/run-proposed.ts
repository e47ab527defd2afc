import { FieldError } from "@/core/record/field-error";
import type { DossierEvent, Source } from "@/core/record/record";
import type { NewProposal } from "@/wire/proposal";
import type { Change } from "./change-dossier";
import { citeEvent } from "./cite-event";
import { createEvent } from "./create-event";
import { createSource } from "./create-source";
import { hideEvent } from "./hide-event";
import { updateEvent } from "./update-event";
import { WriteRefusal } from "./write-refusal";

/** What came of a command that was proposed. */
export type Result =
  | { readonly subject: "event"; readonly event: DossierEvent }
  | { readonly subject: "source"; readonly source: Source }
  | { readonly subject: "nothing" };

/**
 * Runs the command that a proposal asks for, as if it were asked for itself. Throws as the command does; fields are named
 * as the proposal has them.
 */
export async function runProposed(change: Change, proposed: NewProposal): Promise<Result> {
  try {
    return await run(change, proposed);
  } catch (error) {
    if (error instanceof FieldError) throw new FieldError(`body.${error.field}`, error.message);
    if (error instanceof WriteRefusal && error.field !== null)
      throw new WriteRefusal(error.kind, error.message, `body.${error.field}`);
    throw error;
  }
}

async function run(change: Change, proposed: NewProposal): Promise<Result> {
  switch (proposed.kind) {
    case "event":
      return { subject: "event", event: await createEvent(change, proposed.body) };
    case "citation": {
      const { reason: _, ...citation } = proposed.body;
      return { subject: "event", event: await citeEvent(change, proposed.event, null, citation) };
    }
    case "change": {
      const { event, version, body } = proposed;
      return { subject: "event", event: await updateEvent(change, event, version, body) };
    }
    case "deletion":
      await hideEvent(change, proposed.event, proposed.version);
      return { subject: "nothing" };
    case "source":
      return { subject: "source", source: await createSource(change, proposed.body) };
  }
}
