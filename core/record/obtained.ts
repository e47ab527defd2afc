/** How bytes came to hand. */
export type Obtained = {
  readonly means: "text" | "html" | "file" | "address";
  /** As whoever brought it called it. */
  readonly fileName: string | null;
  /** The address that was asked for, then each that it led to; the last gave the bytes. */
  readonly addresses: readonly string[];
  readonly mediaType: string;
  readonly bytes: number;
};
