export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Path = readonly (string | number)[];

/** The paths to all texts in a value. */
export function toTexts(value: Json, path: Path = []): readonly Path[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    toTexts(inner as Json, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** The value with another at a path. */
export function put(value: Json, [name, ...rest]: Path, wanted: Json): Json {
  if (name === undefined) return wanted;
  if (Array.isArray(value)) return value.map((inner, at) => (at === name ? put(inner, rest, wanted) : inner));
  const object = value as { readonly [name: string]: Json };
  return { ...object, [name]: put(object[name] ?? null, rest, wanted) };
}

/** Whether a fault is told of what stands at a path, or of the whole that it is a part of. */
export function isAlong(parameter: string, path: Path): boolean {
  const own = path.join(".");
  return parameter !== "" && (own === parameter || own.startsWith(`${parameter}.`));
}
