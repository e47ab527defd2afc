/** A value that a record cannot have; `field` is its path in what was asked for, as in "citations.0.when". */
export class FieldError extends RangeError {
  override readonly name = "FieldError";

  constructor(
    readonly field: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Runs the check of a field: what it throws names the field as well. Paths grow outwards where checks are nested. */
export function inField<T>(field: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const path = error instanceof FieldError ? `${field}.${error.field}` : field;
    throw new FieldError(path, error.message, { cause: error });
  }
}
