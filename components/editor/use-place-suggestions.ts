import { useEffect, useMemo, useState } from "react";
import type { NamedPlaces } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { type PlaceDraft, toFoundPlace } from "./event-draft";
import { toDetail } from "./place-field";

/** A place that a passage may name. */
export type PlaceSuggestion = {
  readonly words: string;
  readonly rule: string;
  readonly place: PlaceDraft;
  /** What tells it from others of its name. */
  readonly detail: string;
};

const NOTHING: NamedPlaces["items"] = [];
// More than that names no place of one event.
const MOST = 8;
const LONGEST_PASSAGE = 4000;

/** The places that the passages name; none while the gazetteer does not answer. */
export function usePlaceSuggestions(
  passages: readonly string[],
  known: readonly PlaceDraft[],
): readonly PlaceSuggestion[] {
  const client = useEditorClient();
  const [items, setItems] = useState(NOTHING);
  const text = passages.join("\n").slice(0, LONGEST_PASSAGE);

  useEffect(() => {
    const abort = new AbortController();
    client.namePlaces(text, abort.signal).then(
      (named) => setItems(named.items),
      () => setItems(NOTHING),
    );
    return () => abort.abort();
  }, [client, text]);

  return useMemo(() => {
    const each = new Map(
      items.map(({ words, rule, place }) => {
        const suggestion = { words, rule, place: toFoundPlace(place, known), detail: toDetail(place) };
        return [`${place.name} ${place.lon} ${place.lat}`, suggestion] as const;
      }),
    );
    return [...each.values()].slice(0, MOST);
  }, [items, known]);
}
