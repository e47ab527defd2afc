import * as z from "zod";
import { isStorable } from "@/core/text/code-points";

/** A text that can be kept as it is; how long it may be is known to whoever takes it. */
export const Text = z.string().refine(isStorable, "It holds a NUL character or a lone surrogate.");
