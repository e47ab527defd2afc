/** What a document says of itself, or what its text looks like, with why it is taken for that. */
export type Proposal = { readonly value: string; readonly reason: string };

export const PROPOSED = ["title", "byline", "publisher", "language", "publishedOn", "dateline"] as const;

/** For a person to correct; `null` where nothing tells. The day is `YYYY-MM-DD`, the language a BCP 47 tag. */
export type Proposals = Readonly<Record<(typeof PROPOSED)[number], Proposal | null>>;

export const NO_PROPOSALS: Proposals = {
  title: null,
  byline: null,
  publisher: null,
  language: null,
  publishedOn: null,
  dateline: null,
};

export type MediaType =
  | "text/plain"
  | "text/html"
  | "application/pdf"
  | "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What whoever brought the bytes says of them: they are not believed where the bytes say otherwise. */
export type Hint = {
  readonly mediaType?: string | undefined;
  /** A label of the WHATWG's, as of a Content-Type. */
  readonly charset?: string | undefined;
  readonly fileName?: string | undefined;
};

/** A document as text: well formed, without NUL, its lines ended by line feeds, its paragraphs apart by empty lines. */
export type Extraction = {
  readonly mediaType: MediaType;
  readonly text: string;
  readonly proposals: Proposals;
  /** What was left out or had to be guessed, in words for whoever brought the document. */
  readonly warnings: readonly string[];
};

/** A document that cannot be taken, with the reason for whoever brought it. */
export class DocumentRefusal extends Error {
  override readonly name = "DocumentRefusal";
}

export const DAMAGED = "The document is damaged, or of a kind that cannot be read.";
