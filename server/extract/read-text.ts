import { decodeText } from "./decode-text";
import type { Extraction, Hint } from "./extraction";
import { proposeFromText } from "./propose-from-text";
import { tidyText } from "./tidy-text";

/** A plain text as it stands. */
export function readText(bytes: Uint8Array, hint: Hint): Extraction {
  const { text: raw, warning } = decodeText(bytes, hint);
  const { text, warnings } = tidyText(raw);
  return {
    mediaType: "text/plain",
    text,
    proposals: proposeFromText(text),
    warnings: [...(warning === null ? [] : [warning]), ...warnings],
  };
}
