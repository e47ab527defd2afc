import { decodeSearch, toSearchAddress } from "@/wire/search";

/** Which of a dossier's events the full-text search finds. */
export async function searchDossier(
  slug: string,
  words: string,
  signal: AbortSignal,
): Promise<ReturnType<typeof decodeSearch>> {
  const response = await fetch(toSearchAddress(slug, words), { signal });
  if (!response.ok) throw new Error(`Search: the server answered ${response.status}.`);
  return decodeSearch(await response.json());
}
