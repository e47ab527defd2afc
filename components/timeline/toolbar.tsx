"use client";

import { useCallback, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { DAY, type Instant, type Milliseconds } from "@/core/time/instant";
import { instantToShortWords, rangeToWords, zoneToWords } from "@/core/time/words";
import { LANE_KEYS, type LaneKey } from "@/core/timeline/view";
import { panWindow, zoomWindow } from "@/core/timeline/window";
import { SPEEDS } from "@/state/player";
import { selectZone } from "@/state/selectors";
import { actions, type DashboardState } from "@/state/store";
import { useDashboard, useDashboardStore, useWords } from "@/state/use-dashboard";
import styles from "./toolbar.module.css";

/** Play, step, speed; the time under the playhead; how much time the window shows, in which lanes and zone. */
export function Toolbar() {
  const store = useDashboardStore();
  const player = useDashboard(({ player }) => player);
  const lanesBy = useDashboard(({ view }) => view.lanesBy);
  const clock = useDashboard(({ view }) => view.clock);
  const preset = useDashboard(selectPreset);

  return (
    <div className={styles.bar}>
      <div className={styles.group}>
        <button
          type="button"
          className={styles.step}
          onClick={() => actions.stepEvent(store, -1)}
          title="Previous event ( [ )"
        >
          <Icon name="previous" label="Previous event" />
        </button>
        <button type="button" className={styles.play} onClick={() => actions.togglePlay(store)} title="Space">
          <Icon name={player.isPlaying ? "pause" : "play"} label={player.isPlaying ? "Pause" : "Play"} />
        </button>
        <button
          type="button"
          className={styles.step}
          onClick={() => actions.stepEvent(store, 1)}
          title="Next event ( ] )"
        >
          <Icon name="next" label="Next event" />
        </button>
      </div>
      <Readout />
      <div className={`${styles.group} ${styles.extra}`}>
        <label className={styles.field}>
          <span className="visually-hidden">Speed</span>
          <select
            value={player.speed}
            onChange={(event) => actions.setPlayer(store, { speed: Number(event.target.value) })}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {SPEED_LABELS[speed]}
              </option>
            ))}
          </select>
        </label>
        <Toggle
          isOn={player.loops}
          label="Loop"
          onToggle={() => actions.setPlayer(store, { loops: !player.loops })}
        />
        <Toggle
          isOn={player.skipsQuiet}
          label="Skip quiet"
          onToggle={() => actions.setPlayer(store, { skipsQuiet: !player.skipsQuiet })}
        />
      </div>
      <span className={styles.spring} />
      <label className={`${styles.field} ${styles.extra}`}>
        <span className="visually-hidden">Lanes by</span>
        <select
          value={lanesBy}
          onChange={(event) =>
            actions.setLanesBy(store, LANE_KEYS.find((key) => key === event.target.value) ?? lanesBy)
          }
        >
          {LANE_KEYS.map((key) => (
            <option key={key} value={key}>
              {LANE_LABELS[key]}
            </option>
          ))}
        </select>
      </label>
      <div className={`${styles.segments} ${styles.presets}`} role="group" aria-label="Length of the window">
        {PRESETS.map(({ name, length }) => (
          <button
            key={name}
            type="button"
            aria-pressed={preset === name}
            onClick={() => showLength(store, length)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className={`${styles.segments} ${styles.clock}`} role="group" aria-label="Time zone">
        <button
          type="button"
          aria-pressed={clock === "local"}
          onClick={() => actions.setClock(store, "local")}
        >
          Local time
        </button>
        <button type="button" aria-pressed={clock === "utc"} onClick={() => actions.setClock(store, "utc")}>
          UTC
        </button>
      </div>
    </div>
  );
}

function Toggle({ isOn, label, onToggle }: { isOn: boolean; label: string; onToggle: () => void }) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={isOn} onClick={onToggle}>
      {label}
    </button>
  );
}

// The two texts change while a hand moves: they are written past React, which would render the toolbar each time.
function Readout() {
  const store = useDashboardStore();
  const time = useRef<HTMLElement>(null);
  const span = useRef<HTMLSpanElement>(null);
  const first = useRef(toReadout(store.getState())).current;

  useWords(
    useCallback((state: DashboardState) => {
      const readout = toReadout(state);
      if (time.current && time.current.textContent !== readout.time) time.current.textContent = readout.time;
      if (span.current && span.current.textContent !== readout.window)
        span.current.textContent = readout.window;
      if (time.current && time.current.title !== readout.zone) time.current.title = readout.zone;
    }, []),
  );

  return (
    <p className={styles.readout}>
      <b ref={time}>{first.time}</b> <span ref={span}>{first.window}</span>
    </p>
  );
}

function toReadout(state: DashboardState) {
  const { playhead, window } = state.view;
  const zone = selectZone(state);
  return {
    time: instantToShortWords(playhead, zone),
    window: rangeToWords(window, zone),
    zone: zoneToWords(zone, playhead),
  };
}

const LANE_LABELS: Record<LaneKey, string> = {
  category: "By category",
  actor: "By actor",
  place: "By place",
};

const SPEED_LABELS: Record<number, string> = Object.fromEntries(
  SPEEDS.map((speed, i) => [
    speed,
    ["1 h/s", "6 h/s", "1 d/s", "1 wk/s", "1 mo/s", "1 yr/s"][i] ?? `${speed} d/s`,
  ]),
);

// Lengths in days; `null` shows the whole dossier.
const PRESETS: readonly { name: string; length: Milliseconds | null }[] = [
  { name: "Day", length: DAY },
  { name: "Week", length: 7 * DAY },
  { name: "Month", length: 30 * DAY },
  { name: "Year", length: 365 * DAY },
  { name: "All", length: null },
];

function selectPreset({ view, extent }: DashboardState): string | null {
  const length = view.window.end - view.window.start;
  const isAll = view.window.start === extent.start && view.window.end === extent.end;
  if (isAll) return "All";
  return (
    PRESETS.find((preset) => preset.length !== null && Math.abs(preset.length / length - 1) < 0.02)?.name ??
    null
  );
}

// The playhead moves to the middle: it is what the reader was looking at.
function showLength(store: ReturnType<typeof useDashboardStore>, length: Milliseconds | null): void {
  const { view, extent } = store.getState();
  if (length === null) return actions.setWindow(store, extent);
  const { window, playhead } = view;
  const middle = ((window.start + window.end) / 2) as Instant;
  const centred = panWindow(window, playhead - middle);
  actions.setWindow(store, zoomWindow(centred, length / (window.end - window.start), playhead));
}
