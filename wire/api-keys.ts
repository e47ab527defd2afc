import * as z from "zod";
import { LIMITS } from "@/core/record/limits";
import { SCOPES } from "@/core/record/roles";
import { Text, textUpTo } from "./text";

const Instant = z.int().describe("Milliseconds since 1970-01-01T00:00Z.");
const Scope = z.enum(SCOPES).describe("Whether it may change anything.");

// The last that a column of time takes from a JavaScript date.
const LATEST = 253_402_300_799_000;

export const NewApiKeySchema = z
  .strictObject({
    name: textUpTo(100, Text.trim()).min(1, "A name is needed.").describe("Tells keys apart."),
    scope: Scope,
    expiresAt: Instant.max(LATEST).nullable().default(null),
    dossier: textUpTo(LIMITS.slug)
      .nullable()
      .default(null)
      .describe("The slug of the one dossier that it opens; null for all that its account may see."),
  })
  .meta({ id: "NewApiKey" });

export const ApiKeysSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        prefix: z.string().describe("How its text begins, after dl_."),
        scope: Scope,
        dossier: z.string().nullable(),
        madeAt: Instant,
        expiresAt: Instant.nullable(),
        usedAt: Instant.nullable().describe("To the minute."),
      }),
    ),
  })
  .meta({ id: "ApiKeys" });
