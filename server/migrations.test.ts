import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { MIGRATIONS } from "./migrations";

it("knows every migration in the folder, in order", () => {
  const folders = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(MIGRATIONS).toEqual(folders.map(({ name }) => name).toSorted());
});
