"use client";

import dynamic from "next/dynamic";
import { useCallback, useContext, useRef, useState } from "react";
import { EditingContext } from "@/components/editor/editing-context";
import { startDrag } from "@/components/ui/drag";
import { instantToWords } from "@/core/time/words";
import { cssToInstant, instantToCss } from "@/core/timeline/scale";
import { toStep } from "@/core/timeline/step";
import { selectMode, selectZone } from "@/state/selectors";
import { actions, type DashboardState } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import { type Cluster, ClusterCard } from "./cluster-card";
import { HoverCard } from "./hover-card";
import { LaneNames } from "./lane-names";
import styles from "./lanes.module.css";
import type { LanesLayout } from "./lanes-layout";
import { type SliderMove, SliderThumb, type SliderValue } from "./slider-thumb";
import { useLanesGestures } from "./use-lanes-gestures";
import { useLanesPainter } from "./use-lanes-painter";

const DensityLanes = dynamic(() => import("./density-lanes"), { ssr: false });
const BarHandles = dynamic(() => import("@/components/adjust/bar-handles"), { ssr: false });

/** The lanes with their axis: drag the axis to scrub, the lanes to move in time; the wheel zooms at the pointer. */
export function Lanes() {
  const store = useDashboardStore();
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [layout, setLayout] = useState<LanesLayout | null>(null);
  const [cluster, setCluster] = useState<Cluster | null>(null);
  const scene = useLanesPainter(canvas, setLayout);
  const gestures = useLanesGestures(area, scene, setCluster);

  const movePlayhead = useCallback(
    (move: SliderMove) => {
      const { view } = store.getState();
      const { window, playhead } = view;
      const to =
        "steps" in move
          ? playhead + move.steps * toStep(window)
          : move.to === "least"
            ? window.start
            : window.end - 1;
      actions.setPlayhead(store, to as typeof playhead);
    },
    [store],
  );

  const scrubTo = (clientX: number) => {
    const box = area.current?.getBoundingClientRect();
    if (!box) return;
    const { view } = store.getState();
    actions.setPlayhead(store, cssToInstant(clientX - box.left, view.window, box.width));
  };

  const mode = useDashboard(selectMode);
  const isCounted = useDashboard(({ crowd }) => crowd !== null);
  const isAdjusting = (useContext(EditingContext)?.adjusted ?? null) !== null;

  return (
    <div className={styles.lanes}>
      {mode === "events" && <LaneNames layout={layout} />}
      <div ref={area} className={styles.area} {...gestures}>
        <canvas ref={canvas} className={styles.canvas} data-shown={mode === "events"} aria-hidden="true" />
        <SliderThumb
          name="Playhead"
          className={styles.playhead}
          toPortion={toPlayheadPortion}
          toValue={toPlayheadValue}
          onMove={movePlayhead}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.stopPropagation();
            actions.setPlayer(store, { isPlaying: false });
            startDrag(event, { onMove: ({ x }) => scrubTo(x) });
          }}
        >
          <svg className={styles.handle} viewBox="0 0 16 20" aria-hidden="true">
            <path d="M1 2.5A1.5 1.5 0 0 1 2.5 1h11A1.5 1.5 0 0 1 15 2.5V11l-7 8-7-8Z" />
          </svg>
        </SliderThumb>
        {isCounted && <DensityLanes area={area} />}
        {isAdjusting && <BarHandles area={area} scene={scene} />}
        <HoverCard area={area} scene={scene} />
        {cluster && <ClusterCard cluster={cluster} area={area} onClose={() => setCluster(null)} />}
      </div>
    </div>
  );
}

function toPlayheadValue(state: DashboardState): SliderValue {
  const { window, playhead } = state.view;
  return {
    now: playhead,
    least: window.start,
    most: window.end - 1,
    text: instantToWords(playhead, selectZone(state)),
  };
}

function toPlayheadPortion({ view }: DashboardState): number {
  return instantToCss(view.playhead, view.window, 1);
}
