// Types alone, for the browser too; what a server receives is checked by the schema of document-request.ts.

/** A value for a field of a source, with why it is proposed. */
export type WireProposal = { readonly value: string; readonly reason: string };

/** A document that was brought: kept as it is, and read. */
export type WireDocument = {
  /** Of the bytes as they were brought; names the document from now on. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly text: string;
  readonly proposals: {
    readonly title: WireProposal | null;
    readonly byline: WireProposal | null;
    readonly publisher: WireProposal | null;
    /** A BCP 47 tag. */
    readonly language: WireProposal | null;
    /** `YYYY-MM-DD` */
    readonly publishedOn: WireProposal | null;
    /** The place at the head of the report, as it is written there. */
    readonly dateline: WireProposal | null;
  };
  readonly warnings: readonly string[];
  /** The sources that have or had this very text, or one that was taken from these bytes. */
  readonly knownIn: readonly WireKnownSource[];
};

/** By their slugs. */
export type WireKnownSource = { readonly dossier: string; readonly source: string };

/** A document that is pasted, or to be fetched; a file comes as multipart/form-data instead. */
export type DocumentRequest =
  | { readonly text: string }
  | { readonly html: string }
  | { readonly url: string };
