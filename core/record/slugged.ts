import { isSlug } from "./limits";

/**
 * Converts drafts that are known by a slug, giving `convert` the name to use in errors.
 * Throws if a slug is malformed or used twice.
 */
export function toSlugged<D extends { readonly slug: string }, R>(
  kind: string,
  drafts: readonly D[],
  convert: (draft: D, name: string) => R,
): R[] {
  const seen = new Set<string>();
  return drafts.map((draft) => {
    const name = `${kind} ${draft.slug}`;
    if (!isSlug(draft.slug)) throw new Error(`${name}: the slug must be lower-case words joined by hyphens.`);
    if (seen.has(draft.slug)) throw new Error(`${name}: the slug is used twice.`);
    seen.add(draft.slug);
    return convert(draft, name);
  });
}

/** Looks a slug up; throws naming who asked (`asker`) and what for (`kind`) if it is not there. */
export function toReferred<R>(asker: string, kind: string, slug: string, known: ReadonlyMap<string, R>): R {
  const record = known.get(slug);
  if (record === undefined) throw new Error(`${asker}: there is no ${kind} ${slug}.`);
  return record;
}
