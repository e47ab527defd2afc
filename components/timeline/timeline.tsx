"use client";

import { DensityStrip } from "./density-strip";
import { Lanes } from "./lanes";
import styles from "./timeline.module.css";
import { Toolbar } from "./toolbar";

/** The window in time: controls, lanes, and the whole dossier below. */
export function Timeline() {
  return (
    <section className={styles.timeline} aria-label="Timeline">
      <Toolbar />
      <Lanes />
      <DensityStrip />
    </section>
  );
}
