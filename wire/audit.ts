import * as z from "zod";

export const AuditQuerySchema = z.strictObject({
  limit: z.int().min(1).max(200).default(50),
  cursor: z.uuid().optional().describe("`next` of the page before."),
});

export const AuditSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          at: z.int().describe("Milliseconds since 1970-01-01T00:00Z."),
          kind: z.string(),
          account: z
            .string()
            .nullable()
            .describe("The name of whoever did it; null where nobody was signed in."),
          dossier: z.string().nullable(),
          address: z.string().nullable().describe("Where the request came from; for administrators alone."),
          detail: z.record(z.string(), z.unknown()),
        }),
      )
      .describe("Newest first."),
    next: z.string().nullable().describe("Cursor of the next page; null at the end."),
  })
  .meta({ id: "Audit" });

export type WireAudit = z.infer<typeof AuditSchema>;
