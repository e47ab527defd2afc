import { defineConfig } from "prisma/config";

// For the developer's tools only: the program applies its migrations itself, without the Prisma CLI.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Generating the client asks for an address, and never calls there.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://nobody@127.0.0.1:1/none" },
});
