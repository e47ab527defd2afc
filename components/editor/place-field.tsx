"use client";

import dynamic from "next/dynamic";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { LIMITS } from "@/core/record/limits";
import { PLACE_PRECISIONS, type PlacePrecision } from "@/core/record/vocabulary";
import type { Milliseconds } from "@/core/time/instant";
import { Combobox, type Option } from "./combobox";
import type { FoundPlaces, GazetteerPlace } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { type PlaceDraft, toFoundPlace } from "./event-draft";
import { Field } from "./field";
import form from "./form.module.css";
import styles from "./place-field.module.css";
import type { PlaceSuggestion } from "./use-place-suggestions";

const PlaceMap = dynamic(() => import("./place-map"), { ssr: false });

type Props = {
  readonly label: string;
  readonly place: PlaceDraft | null;
  /** The dossier's own places, which are offered first. */
  readonly known: readonly PlaceDraft[];
  /** What the passages name, to be taken by one press. */
  readonly suggestions: readonly PlaceSuggestion[];
  readonly fault: string | undefined;
  readonly onChange: (place: PlaceDraft | null, suggestion: PlaceSuggestion | null) => void;
};

const PAUSE: Milliseconds = 160;

/** A place by its name: the dossier's, or the gazetteer's, or one that is set by hand; with a map to check. */
export function PlaceField({ label, place, known, suggestions, fault, onChange }: Props) {
  const [text, setText] = useState("");
  const root = useRef<HTMLDivElement>(null);
  const wasPressed = useRef(false);
  const isChosen = place !== null;
  const { found, credit, hasFailed } = useGazetteer(place === null ? text : "");
  const own = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return wanted === "" ? [] : known.filter(({ name }) => name.toLocaleLowerCase().startsWith(wanted));
  }, [text, known]);

  const options: Option[] = [
    ...own.map(({ slug, name }) => ({ key: `own ${slug}`, label: name, detail: "in this dossier" })),
    ...found.flatMap((one, at) =>
      own.some(({ geonamesId }) => geonamesId !== null && geonamesId === one.geonamesId)
        ? []
        : [{ key: `found ${at}`, label: one.name, detail: toDetail(one) }],
    ),
    ...(text.trim() === ""
      ? []
      : [{ key: "hand", label: `“${text.trim()}”`, detail: "set its coordinates by hand" }]),
  ];

  // What was pressed is gone: the hand goes on where its choice stands, and not from the head of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that one takes the place of the other
  useLayoutEffect(() => {
    if (!wasPressed.current) return;
    wasPressed.current = false;
    root.current?.querySelector<HTMLElement>("button, input")?.focus({ preventScroll: true });
  }, [isChosen]);

  function press(next: PlaceDraft | null, suggestion: PlaceSuggestion | null): void {
    wasPressed.current = true;
    onChange(next, suggestion);
  }

  function choose(key: string): void {
    const chosen =
      own.find(({ slug }) => key === `own ${slug}`) ??
      toChosen(
        found.find((_, at) => key === `found ${at}`),
        known,
      ) ??
      toByHand(text.trim());
    press(chosen, null);
    setText("");
  }

  if (place !== null) {
    return (
      <div ref={root}>
        <Chosen
          label={label}
          place={place}
          fault={fault}
          onChange={(changed) => onChange(changed, null)}
          onClear={() => press(null, null)}
        />
      </div>
    );
  }
  return (
    <div ref={root} className={form.group}>
      <Field
        label={label}
        isOptional
        fault={fault}
        hint={hasFailed ? "The gazetteer does not answer; a place can be set by hand." : credit}
      >
        {(control) => (
          <Combobox
            {...control}
            name="Places"
            value={text}
            options={options}
            placeholder="A city, region or country"
            onChange={setText}
            onChoose={choose}
          />
        )}
      </Field>
      {suggestions.length > 0 && (
        <div className={styles.chips} role="group" aria-label={`${label}: named in the passage`}>
          {suggestions.map((suggestion) => (
            <button
              key={`${suggestion.words} ${suggestion.place.name}`}
              type="button"
              title={suggestion.detail}
              onClick={() => press(suggestion.place, suggestion)}
            >
              {suggestion.place.name}
              {suggestion.rule === "dateline" && <span className={styles.rule}> dateline</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

type ChosenProps = {
  readonly label: string;
  readonly place: PlaceDraft;
  readonly fault: string | undefined;
  readonly onChange: (place: PlaceDraft) => void;
  readonly onClear: () => void;
};

function Chosen({ label, place, fault, onChange, onClear }: ChosenProps) {
  const client = useEditorClient();
  const isByHand = place.slug === null && place.geonamesId === null;
  const set = (change: Partial<PlaceDraft>) => onChange({ ...place, ...change });
  const toNumber = (text: string, limit: number) =>
    Math.min(limit, Math.max(-limit, Number.isFinite(Number(text)) ? Number(text) : 0));
  return (
    <div className={form.group} role="group" aria-label={label}>
      <div className={styles.chosen}>
        <p>
          <span className={form.legend}>{label}</span> <b>{place.name}</b>{" "}
          <code>
            {place.lat.toFixed(2)}, {place.lon.toFixed(2)}
          </code>
        </p>
        <button type="button" className={form.link} onClick={onClear}>
          Change<span className="visually-hidden"> {label.toLocaleLowerCase()}</span>
        </button>
      </div>
      {fault !== undefined && <p className={form.fault}>{fault}</p>}
      <PlaceMap place={place} loadBasemap={client.loadBasemap} onMove={isByHand ? set : null} />
      {isByHand && (
        <div className={form.row}>
          {(["lat", "lon"] as const).map((axis) => (
            <Field key={axis} label={axis === "lat" ? "Latitude" : "Longitude"}>
              {(control) => (
                <input
                  {...control}
                  type="number"
                  step="any"
                  value={place[axis]}
                  onChange={({ target }) =>
                    set({ [axis]: toNumber(target.value, axis === "lat" ? 90 : 180) })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
      {place.slug === null && (
        <div className={form.row}>
          <Field label="Known to">
            {(control) => (
              <select
                {...control}
                value={place.precision}
                onChange={({ target }) => {
                  const precision = PLACE_PRECISIONS.find((one) => one === target.value);
                  if (precision) set({ precision, radiusKm: precision === "region" ? 50 : null });
                }}
              >
                {PLACE_PRECISIONS.map((precision) => (
                  <option key={precision} value={precision}>
                    {PRECISION_LABELS[precision]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {place.precision === "region" && (
            <Field label="Within, km">
              {(control) => (
                <input
                  {...control}
                  type="number"
                  min={1}
                  max={5000}
                  value={place.radiusKm ?? ""}
                  onChange={({ target }) => set({ radiusKm: Number(target.value) || null })}
                />
              )}
            </Field>
          )}
        </div>
      )}
    </div>
  );
}

/** How well a place is known, as the end of “known to …”. */
export const PRECISION_LABELS: Readonly<Record<PlacePrecision, string>> = {
  exact: "the very place",
  city: "the city",
  region: "the region",
  country: "the country",
};

function toChosen(found: GazetteerPlace | undefined, known: readonly PlaceDraft[]): PlaceDraft | undefined {
  return found && toFoundPlace(found, known);
}

/** What tells a place from others of its name. */
export function toDetail({ precision, region, country }: GazetteerPlace): string {
  if (precision === "country") return "country";
  return region === null ? country : `${region}, ${country}`;
}

function toByHand(name: string): PlaceDraft {
  return {
    ...{ slug: null, name: name.slice(0, LIMITS.name), lon: 0, lat: 0, precision: "exact", radiusKm: null },
    ...{ geonamesId: null, countryCode: null, zone: null },
  };
}

const NOTHING: FoundPlaces = { items: [], credit: "" };

/** What the gazetteer has under these words, once the hand rests; `credit` is `null` while nothing of it is shown. */
function useGazetteer(words: string): {
  found: readonly GazetteerPlace[];
  credit: string | null;
  hasFailed: boolean;
} {
  const client = useEditorClient();
  const [{ items, credit }, setFound] = useState(NOTHING);
  const [hasFailed, setFailed] = useState(false);
  const wanted = words.trim();

  useEffect(() => {
    setFailed(false);
    setFound(NOTHING);
    if (wanted === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      client.searchPlaces(wanted, abort.signal).then(setFound, () => {
        if (!abort.signal.aborted) setFailed(true);
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, wanted]);

  return { found: items, credit: items.length > 0 ? `Places: ${credit}` : null, hasFailed };
}
