/** A name for one wish to write: the server does twice asked once. */
export function toKey(): string {
  // `randomUUID` is missing on pages that were not loaded securely.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
