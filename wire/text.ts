import * as z from "zod";
import { isStorable, lengthInCodePoints } from "@/core/text/code-points";

/** A text that can be kept as it is; how long it may be is known to whoever takes it. */
export const Text = z.string().refine(isStorable, "It holds a NUL character or a lone surrogate.");

/** `text` of at most so many code points, which is how the database counts; zod by itself counts UTF-16 units. */
export function textUpTo(most: number, text = Text): z.ZodString {
  return text
    .refine((value) => lengthInCodePoints(value) <= most, `Expected at most ${most} characters.`)
    .meta({ maxLength: most });
}
