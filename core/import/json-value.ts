/** What stands under a name in a parsed JSON object; `undefined` if it is none, or has no such name of its own. */
export function memberOf(value: unknown, name: string): unknown {
  if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
  return value[name];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string or number as trimmed text; "" for all else. */
export function toText(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** The first of the members by these names that says something. */
export function firstText(value: unknown, names: readonly string[]): string {
  for (const name of names) {
    const text = toText(memberOf(value, name));
    if (text !== "") return text;
  }
  return "";
}

/** A value as it stands in a row's text: strings as they are, objects as JSON; "" for nothing. */
export function toCell(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? "" : JSON.stringify(value);
}
