"use client";

import { type RefObject, useCallback, useRef } from "react";
import { STATUS_LABELS } from "@/components/ui/labels";
import { whenToWords } from "@/core/time/when-words";
import type { DashboardState } from "@/state/store";
import { useFrame } from "@/state/use-dashboard";
import styles from "./lanes.module.css";
import type { LanesScene } from "./use-lanes-painter";

/** What the pointer is on, in words; it follows the hovered event, wherever that is hovered. */
export function HoverCard({
  area,
  scene,
}: {
  area: RefObject<HTMLElement | null>;
  scene: RefObject<LanesScene | null>;
}) {
  const card = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLElement>(null);
  const detail = useRef<HTMLSpanElement>(null);

  useFrame(
    useCallback(
      ({ focus }: DashboardState) => {
        const element = card.current;
        if (!element) return;
        const placed = scene.current?.marks.find(
          ({ mark }) => mark.values.length === 1 && mark.values[0]?.reading.event.id === focus.hoveredId,
        );
        const reading = placed?.mark.values[0]?.reading;
        const isHidden = !reading || area.current?.matches(":hover") !== true;
        if (element.hidden !== isHidden) element.hidden = isHidden;
        if (!placed || !reading?.when || !scene.current) return;
        if (title.current) title.current.textContent = reading.event.title;
        if (detail.current) {
          detail.current.textContent = `${whenToWords(reading.when)} · ${STATUS_LABELS[reading.status]}`;
        }
        const middle = (Math.max(0, placed.left) + Math.min(scene.current.width, placed.right)) / 2;
        const half = element.offsetWidth / 2;
        const left = Math.min(Math.max(middle, half + 4), scene.current.width - half - 4);
        element.style.transform = `translate(${Math.round(left - half)}px, calc(${placed.top - 8}px - 100%))`;
      },
      [area, scene],
    ),
  );

  return (
    <div ref={card} className={styles.hover} hidden aria-hidden="true">
      <b ref={title} />
      <span ref={detail} />
    </div>
  );
}
