import L from "leaflet";
import { cutArc, toArc } from "@/core/geo/arc";
import { nearestCopy } from "@/core/geo/unwrap";
import type { Reading } from "@/core/record/reading";
import type { Id, LonLat, Place } from "@/core/record/record";
import type { Instant } from "@/core/time/instant";
import { toCategoryColour } from "./category-colour";
import styles from "./legs.module.css";
import { toPhase, toProgress } from "./phase";

export type LegsMoment = {
  readonly visible: readonly Reading[];
  readonly playhead: Instant;
  readonly selected: Id | null;
  readonly hovered: Id | null;
};

export type LegsLayer = {
  readonly draw: (moment: LegsMoment) => void;
  /** Moves every arc to the copy of the world that the view is in. */
  readonly recentre: () => void;
  readonly remove: () => void;
};

export type LegHandlers = {
  readonly onClick: (eventId: Id) => void;
  readonly onHover: (eventId: Id | null) => void;
};

type Leg = {
  /** In the copy of the world that the view is in. */
  points: readonly LonLat[];
  readonly whole: L.Polyline;
  readonly grown: L.Polyline;
  readonly target: L.Polyline;
  shown: number;
  classes: string;
};

// Arcs grow in steps of one in 240: finer than a pixel on most screens, and still nothing to do on most frames.
const STEPS = 240;

/** Journeys as great-circle arcs: dashed where planned or to come, solid as far as the playhead has come. */
export function addLegsLayer(
  map: L.Map,
  renderer: L.Renderer,
  places: () => ReadonlyMap<Id, Place>,
  handlers: LegHandlers,
): LegsLayer {
  const legs = new Map<Id, Leg>();

  function createLeg({ event, status }: Reading, from: Place, to: Place): Leg {
    const points = toArc({ ...from, lon: nearestCopy(from.lon, map.getCenter().lng) }, to);
    const path = (className: string, isTarget = false) =>
      L.polyline(toLatLngs(points), { renderer, className, interactive: isTarget, smoothFactor: 0.5 }).addTo(
        map,
      );
    const whole = path(`${styles.leg} ${styles.whole}`);
    const grown = path(`${styles.leg} ${styles.grown}`);
    const target = path(styles.target ?? "", true);
    for (const line of [whole, grown]) {
      const element = line.getElement();
      if (!(element instanceof SVGElement)) continue;
      element.style.setProperty("--cat", toCategoryColour(event.category));
      element.dataset.status = status;
    }
    target.on({
      click: (click) => {
        L.DomEvent.stopPropagation(click);
        handlers.onClick(event.id);
      },
      mouseover: () => handlers.onHover(event.id),
      mouseout: () => handlers.onHover(null),
    });
    return { points, whole, grown, target, shown: 1, classes: "" };
  }

  return {
    draw({ visible, playhead, selected, hovered }) {
      const stale = new Set(legs.keys());
      for (const reading of visible) {
        const { id, isLeg, originId, placeId } = reading.event;
        const from = originId === null ? undefined : places().get(originId);
        const to = placeId === null ? undefined : places().get(placeId);
        if (!isLeg || !from || !to) continue;
        stale.delete(id);
        let leg = legs.get(id);
        if (!leg) {
          leg = createLeg(reading, from, to);
          legs.set(id, leg);
        }
        growTo(leg, toProgress(reading, playhead));
        mark(leg, [
          toPhase(reading, playhead),
          id === selected ? "selected" : "",
          id === hovered ? "hovered" : "",
        ]);
      }
      for (const id of stale) {
        removeLeg(legs.get(id));
        legs.delete(id);
      }
    },
    recentre() {
      for (const leg of legs.values()) recentreLeg(leg, map.getCenter().lng);
    },
    remove() {
      for (const leg of legs.values()) removeLeg(leg);
      legs.clear();
    },
  };
}

function growTo(leg: Leg, progress: number): void {
  const step = Math.floor(progress * STEPS) / STEPS;
  if (step === leg.shown) return;
  leg.shown = step;
  leg.grown.setLatLngs(toLatLngs(cutArc(leg.points, step)));
}

function mark(leg: Leg, states: readonly string[]): void {
  const classes = states.join(" ");
  if (classes === leg.classes) return;
  leg.classes = classes;
  for (const line of [leg.whole, leg.grown]) {
    const element = line.getElement();
    if (element instanceof SVGElement) element.dataset.state = classes.trim();
  }
}

function recentreLeg(leg: Leg, centre: number): void {
  const first = leg.points[0];
  if (!first) return;
  const shift = nearestCopy(first.lon, centre) - first.lon;
  if (shift === 0) return;
  leg.points = leg.points.map(({ lon, lat }) => ({ lon: lon + shift, lat }));
  leg.whole.setLatLngs(toLatLngs(leg.points));
  leg.target.setLatLngs(toLatLngs(leg.points));
  leg.grown.setLatLngs(toLatLngs(cutArc(leg.points, leg.shown)));
}

function removeLeg(leg: Leg | undefined): void {
  leg?.whole.remove();
  leg?.grown.remove();
  leg?.target.remove();
}

function toLatLngs(points: readonly LonLat[]): L.LatLngTuple[] {
  return points.map(({ lon, lat }) => [lat, lon]);
}
