import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import type { NewProposal } from "@/wire/proposal";
import type { Transaction } from "../db";
import { type Change, changeDossier, type Entry, type Signed } from "./change-dossier";
import { rehearse } from "./rehearse";
import { runProposed } from "./run-proposed";
import { toShown } from "./to-shown";
import { WriteRefusal } from "./write-refusal";

/**
 * Keeps what somebody proposes for an editor to decide; gives its id. The command is tried and taken back: what could not
 * be done now cannot be proposed, and throws as the command does.
 */
export async function propose(
  tx: Transaction,
  slug: string,
  signed: Signed,
  proposed: NewProposal,
): Promise<Id> {
  const reason = proposed.body.reason ?? null;
  const { result, dossier } = await rehearse(tx, () =>
    changeDossier(tx, slug, { ...signed, reason }, (change) => tryOut(change, proposed)),
  );
  const { author, authorId, now } = signed;
  const id = uuidv7();
  const { subjectId, shown } = result;
  await tx.proposal.create({
    data: {
      ...{ dossierId: dossier.id, id, at: new Date(now), author, authorId, kind: proposed.kind },
      ...{ subjectId, shown, body: JSON.parse(JSON.stringify(proposed.body)) },
      version: "version" in proposed ? proposed.version : null,
      document: proposed.kind === "source" ? proposed.body.document : null,
    },
  });
  return id;
}

async function tryOut(change: Change, proposed: NewProposal) {
  const entries: Entry[] = [];
  const record = (entry: Entry) => {
    entries.push(entry);
    change.record(entry);
  };
  await runProposed({ ...change, record }, proposed);
  const entry = entries.find(({ subject }) => subject === "event" || subject === "source");
  if (!entry) throw new WriteRefusal("conflict", "Nothing would be changed.");
  const isNew = proposed.kind === "event" || proposed.kind === "source";
  return { subjectId: isNew ? null : entry.id, shown: await toShown(change, entry) };
}
