import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { toOpenApi } from "@/wire/openapi";
import { ACCESS, isWrite, type Method, type RouteName } from "../access/table";

const Document = z.looseObject({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const document = Document.parse(toOpenApi());

describe("the OpenAPI document", () => {
  it("describes every route file, and nothing else", () => {
    const routes = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("route.ts"))
      .map((file) => `/api/v1/${dirname(file).replaceAll("[", "{").replaceAll("]", "}")}`);
    expect(Object.keys(document.paths).toSorted()).toEqual(routes.toSorted());
  });

  it("says of every write that there can be too many", () => {
    const silent = Object.entries(ACCESS).flatMap(([route, row]) =>
      METHODS.filter((method) => method in row && isWrite(route as RouteName, method)).filter((method) => {
        const path = document.paths[route.replaceAll("[", "{").replaceAll("]", "}")];
        return !JSON.stringify(path?.[method.toLowerCase()] ?? {}).includes('"429"');
      }),
    );
    expect(silent).toEqual([]);
  });

  it("refers only to schemas that it holds", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, target]) => target,
    );
    const held = Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((target) => !held.includes(target ?? ""))).toEqual([]);
  });

  it("names every parameter of the events", () => {
    const { get } = document.paths["/api/v1/dossiers/{slug}/events"] ?? {};
    const { parameters } = z
      .looseObject({ parameters: z.array(z.looseObject({ name: z.string() })) })
      .parse(get);
    expect(parameters.map(({ name }) => name)).toEqual(
      [
        "slug",
        "from",
        "to",
        "bbox",
        "q",
        "cat",
        "actor",
        "place",
        "source",
        "status",
        "as",
        "cursor",
        "limit",
      ].concat("If-None-Match"),
    );
  });
});
