/** Why a write that was asked for in good form is not done. */
export type RefusalKind =
  /** What it is about is not there. */
  | "unknown"
  /** What it is about was deleted. */
  | "gone"
  /** It has been changed since the writer saw it. */
  | "stale"
  /** It does not fit with what else is there. */
  | "conflict"
  /** A value cannot be; `field` says which. */
  | "invalid";

/** Thrown by commands, so that their transaction is taken back. */
export class WriteRefusal extends Error {
  override readonly name = "WriteRefusal";

  constructor(
    readonly kind: RefusalKind,
    message: string,
    /** The path of the value that is wrong, in what was asked for. */
    readonly field: string | null = null,
  ) {
    super(message);
  }
}
