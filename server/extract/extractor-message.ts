import type { Extraction, Hint } from "./extraction";

/** What the process that reads a document is sent, once. */
export type ExtractorTask = { readonly bytes: Uint8Array; readonly hint: Hint };

/** What it sends back, once. */
export type ExtractorAnswer = { readonly extraction: Extraction } | { readonly refusal: string };
