import * as z from "zod";

const Instant = z.int().describe("Milliseconds since 1970-01-01T00:00Z.");

export const SessionsSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          browser: z.string().describe("In words."),
          address: z.string().nullable(),
          madeAt: Instant,
          seenAt: Instant.describe("To five minutes."),
          isThis: z.boolean().describe("Whether it is the one that asks."),
        }),
      )
      .describe("Last seen first."),
  })
  .meta({ id: "Sessions" });
