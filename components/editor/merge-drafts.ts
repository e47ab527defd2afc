import { DRAFT_FIELDS, type DraftField } from "./draft-fields";
import type { EventDraft } from "./event-draft";

/** A field that both changed, each in another way. */
export type Clash = { readonly field: DraftField; readonly mine: string; readonly theirs: string };

export type Merged = {
  /** The present state with what I alone changed, and my side of every clash. */
  readonly draft: EventDraft;
  readonly clashes: readonly Clash[];
  /** What they alone changed: it is taken as it is. */
  readonly taken: readonly DraftField[];
};

/** Joins two changes of one state, field by field; `began` is the state from which mine was made. */
export function mergeDrafts(began: EventDraft, mine: EventDraft, theirs: EventDraft): Merged {
  let draft = theirs;
  const clashes: Clash[] = [];
  const taken: DraftField[] = [];
  for (const field of DRAFT_FIELDS) {
    const [before, here, there] = [began, mine, theirs].map(field.toWords);
    if (before === undefined || here === undefined || there === undefined || here === there) continue;
    if (here === before) {
      taken.push(field);
      continue;
    }
    draft = field.take(draft, mine);
    if (there !== before) clashes.push({ field, mine: here, theirs: there });
  }
  return { draft, clashes, taken };
}
