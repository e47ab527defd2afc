import * as z from "zod";
import { LIMITS } from "@/core/record/limits";
import type { DocumentRequest } from "./document";

const ONE_OF = "Expected one of `text`, `html` and `url`, and nothing else.";

export const DocumentRequestSchema = z.union(
  [
    z.strictObject({ text: z.string() }),
    z.strictObject({ html: z.string() }),
    z.strictObject({ url: z.string().max(LIMITS.url) }),
  ],
  ONE_OF,
) as z.ZodType<DocumentRequest>;
