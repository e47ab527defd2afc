import type { EventDraft } from "./event-draft";

// Raised when the form changes its shape: a draft of another shape is left alone, and in time forgotten.
const VERSION = 1;

/** Where the draft of a new event from a source is kept, or of a change to an event. */
export const toNewKey = (dossier: string, source: string) => `dateline ${VERSION} new ${dossier}/${source}`;
export const toChangeKey = (dossier: string, event: string) =>
  `dateline ${VERSION} change ${dossier}/${event}`;

/** What is kept of a form: the draft, and for a change the state that it began from. */
export type StoredDraft = {
  readonly draft: EventDraft;
  readonly began: { readonly version: number; readonly draft: EventDraft } | null;
};

/** Keeps a draft in this browser; `null` forgets it. Where the browser keeps nothing, the page still does. */
export function storeDraft(key: string, stored: StoredDraft | null): void {
  try {
    if (stored === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(stored));
  } catch {
    // Private windows and full storages refuse; nothing in the page depends on it.
  }
}

/** The draft that was kept, `null` if there is none. */
export function loadStoredDraft(key: string): StoredDraft | null {
  try {
    const text = localStorage.getItem(key);
    const stored: StoredDraft | null = text === null ? null : JSON.parse(text);
    return stored !== null && Array.isArray(stored.draft.citations) ? stored : null;
  } catch {
    return null;
  }
}
