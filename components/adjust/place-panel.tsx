"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { EditingContext } from "@/components/editor/editing-context";
import { useEditorClient } from "@/components/editor/editor-context";
import type { PlaceDraft } from "@/components/editor/event-draft";
import { Field } from "@/components/editor/field";
import form from "@/components/editor/form.module.css";
import type { PanelProps } from "@/components/editor/loaded-panel";
import { PanelForm } from "@/components/editor/panel-form";
import { PRECISION_LABELS } from "@/components/editor/place-field";
import { ReasonField, toReason } from "@/components/editor/reason-field";
import { SidePanel } from "@/components/editor/side-panel";
import { toCount } from "@/components/ui/counts";
import type { DatasetIndex } from "@/core/record/dataset-index";
import { LIMITS } from "@/core/record/limits";
import type { DossierEvent, LonLat, Place } from "@/core/record/record";
import { PLACE_PRECISIONS, type PlacePrecision } from "@/core/record/vocabulary";
import { saveAdjusted } from "./save-adjusted";
import { toCoordinateWords } from "./to-coordinate-words";

type Props = PanelProps & {
  readonly index: DatasetIndex;
  readonly to: LonLat;
  readonly onEnd: (isSaved: boolean) => void;
};

/** Asks what a mark that was put elsewhere means: which place it is now, and for which events. */
export function PlacePanel({ index, event: slug, onClose, ...props }: Props) {
  const event = index.eventsBySlug.get(slug);
  const place = event?.placeId ? index.places.get(event.placeId) : undefined;
  const isSaved = useRef(false);
  const end = useRef(props.onEnd);

  useEffect(() => () => end.current(isSaved.current), []);

  return (
    <SidePanel title="Move to another place" onClose={onClose}>
      {event && place ? (
        <Placing
          {...props}
          index={index}
          event={event}
          place={place}
          onClose={onClose}
          onSaved={() => {
            isSaved.current = true;
          }}
        />
      ) : (
        <p className={form.hint}>It has no place any more.</p>
      )}
    </SidePanel>
  );
}

type PlacingProps = Omit<Props, "event" | "onEnd" | "setting"> & {
  readonly event: DossierEvent;
  readonly place: Place;
  readonly onSaved: () => void;
};

function Placing({ index, event, place, to, onClose, onDone, onSaved }: PlacingProps) {
  const client = useEditorClient();
  const editing = useContext(EditingContext);
  // The event as it was when its mark was taken: what others save meanwhile is theirs.
  const [seen] = useState(event);
  const [name, setName] = useState(place.name);
  // A point that somebody put down is not a whole country.
  const [precision, setPrecision] = useState<PlacePrecision>(
    place.precision === "country" ? "exact" : place.precision,
  );
  const [isForAll, setForAll] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // Of a dossier that is held only in part it is not known how many there are.
  const others = index.isPartial ? 0 : countOthers(index, event, place);

  async function submit(): Promise<void> {
    if (isBusy) return;
    if (name.trim() === "") return setProblem("The place needs a name.");
    setBusy(true);
    setProblem(null);
    const radiusKm = precision === "region" ? (place.radiusKm ?? 50) : null;
    // Of the gazetteer's entry nothing is certain at other coordinates.
    const wanted = {
      ...{ name: name.trim(), ...to, precision, radiusKm },
      ...{ geonamesId: null, countryCode: null },
    };
    const draft: PlaceDraft = { ...wanted, slug: null, zone: null };
    const outcome = await saveAdjusted(
      client,
      index,
      seen,
      { place: wanted, placeRule: RULE, ...(isForAll ? { placeOfAll: true } : {}), ...toReason(reason) },
      (began) => ({ ...began, place: draft, placeRule: RULE }),
    );
    setBusy(false);
    if (outcome.kind === "failed") return setProblem(`Not saved. ${outcome.reason}`);
    if (outcome.kind === "conflict") {
      editing?.adjust(null);
      return editing?.begin({ kind: "edit", event: event.slug });
    }
    onSaved();
    const which = isForAll ? `${toCount(others + 1)} events` : event.title;
    onDone(`Moved to ${name.trim()}: ${which}`, outcome.change);
  }

  return (
    <PanelForm
      saveLabel="Move it"
      problem={problem}
      isBusy={isBusy}
      isOffline={false}
      onSave={() => void submit()}
      onCancel={onClose}
    >
      <p>
        <b>{event.title}</b> was at {place.name}, {toCoordinateWords(place)}, and goes to{" "}
        {toCoordinateWords(to)}.
      </p>
      <Field label="Name of the place" fault={undefined}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={name}
            maxLength={LIMITS.name}
            autoComplete="off"
            dir="auto"
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label="Known to">
        {(control) => (
          <select
            {...control}
            value={precision}
            onChange={({ target }) => {
              const chosen = PLACE_PRECISIONS.find((one) => one === target.value);
              if (chosen) setPrecision(chosen);
            }}
          >
            {PLACE_PRECISIONS.filter((one) => one !== "country").map((one) => (
              <option key={one} value={one}>
                {PRECISION_LABELS[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {others > 0 && (
        <fieldset className={form.group}>
          <legend className={form.legend}>Which events</legend>
          {[
            { label: "This event only", value: false },
            { label: `All ${toCount(others + 1)} events at ${place.name}`, value: true },
          ].map(({ label, value }) => (
            <label key={label} className={form.check}>
              <input
                type="radio"
                name="which events"
                checked={isForAll === value}
                onChange={() => setForAll(value)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <ReasonField reason={reason} fault={undefined} onChange={setReason} />
    </PanelForm>
  );
}

const RULE = "put there on the map";

/** How many other events are at the place, journeys that begin there among them. */
function countOthers({ dataset }: DatasetIndex, { id }: DossierEvent, place: Place): number {
  return dataset.events.filter(
    (other) => other.id !== id && (other.placeId === place.id || other.originId === place.id),
  ).length;
}
