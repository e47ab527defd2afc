import { toPlaceNamed } from "@/core/geo/place-named";
import { searchGazetteer } from "@/core/geo/search-gazetteer";
import { findPlaceWords } from "@/core/text/find-place-words";
import {
  encodeFoundPlace,
  GAZETTEER_CREDIT,
  GazetteerQuerySchema,
  NamedPlacesQuerySchema,
  type WireGazetteer,
  type WireNamedPlaces,
} from "@/wire/gazetteer";
import { loadGazetteer } from "../gazetteer/load-gazetteer";
import { read } from "./answers";

/** The places of the gazetteer whose names begin with what is asked for. */
export async function answerGazetteer(_: unknown, query: URLSearchParams): Promise<WireGazetteer> {
  const { q, near, country, limit } = read(GazetteerQuerySchema, query, ["country"]);
  const options = { near: near && { lon: near[0] ?? 0, lat: near[1] ?? 0 }, countries: country, limit };
  const found = searchGazetteer(await loadGazetteer(), q, options);
  return { items: found.map(encodeFoundPlace), credit: GAZETTEER_CREDIT };
}

/** The places that a passage may name. */
export async function answerNamedPlaces(_: unknown, query: URLSearchParams): Promise<WireNamedPlaces> {
  const { text, country } = read(NamedPlacesQuerySchema, query, ["country"]);
  const gazetteer = await loadGazetteer();
  const found = findPlaceWords(text, (name) => toPlaceNamed(gazetteer, name, country));
  const items = found.map(({ place, ...words }) => ({ ...words, place: encodeFoundPlace(place) }));
  return { items, credit: GAZETTEER_CREDIT };
}
