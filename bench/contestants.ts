/** A page that draws the same events. */
export type Contestant = {
  readonly name: string;
  /** Its file in bench/pages. */
  readonly page: string;
  /** More events than this are not tried, for the reason given. */
  readonly most: number;
  readonly reason: string;
  /** Shares of the timeline that its window is dragged with. */
  readonly shares: readonly number[];
  /** What it draws in a frame, and with what. */
  readonly draws: string;
};

const M = 1_000_000;
const ONLY_NARROW = [0.05];
export const NARROW_AND_WIDE = [0.05, 0.5];

export const CUBE_FLOOR = "floor: cumulative cube";
export const DATELINE = "Dateline";
export const DEMO = "Dateline, its demo";
export const BY_POINTER = "Dateline, by a real pointer";
export const SUPERCLUSTER = "supercluster, re-indexed";
export const CANVAS_MARKERS = "Leaflet canvas markers";
export const TIMELINE = "leaflet.timeline";
export const TIMEDIMENSION = "leaflet-timedimension";
export const MARKERCLUSTER = "leaflet.markercluster";
export const VIS = "vis-timeline + markercluster";

export const CONTESTANTS: readonly Contestant[] = [
  {
    name: CUBE_FLOOR,
    page: "floor-cube",
    most: 10 * M,
    reason: "",
    shares: NARROW_AND_WIDE,
    draws: "cells of 16 px on one canvas",
  },
  {
    name: "floor: columns",
    page: "floor-columns",
    most: 10 * M,
    reason: "",
    shares: NARROW_AND_WIDE,
    draws: "each event as 2 × 2 px on one canvas",
  },
  {
    name: "crossfilter",
    page: "crossfilter",
    most: M,
    reason: "an index an event for each of its dimensions",
    shares: ONLY_NARROW,
    draws: "the cells of the cube floor",
  },
  {
    name: SUPERCLUSTER,
    page: "supercluster",
    most: M,
    reason: "a GeoJSON object an event",
    shares: ONLY_NARROW,
    draws: "counted circles on one canvas",
  },
  {
    name: "supercluster, one zoom only",
    page: "supercluster-one-zoom",
    most: M,
    reason: "a GeoJSON object an event",
    shares: ONLY_NARROW,
    draws: "the same, indexed for the zoom on the screen alone",
  },
  {
    name: CANVAS_MARKERS,
    page: "canvas-markers",
    most: M,
    reason: "a layer an event in the window",
    shares: ONLY_NARROW,
    draws: "each event as a circle; only what enters or leaves is touched",
  },
  {
    name: TIMELINE,
    page: "leaflet-timeline",
    most: M,
    reason: "a GeoJSON object and a tree node an event",
    shares: ONLY_NARROW,
    draws: "each event as a circle on Leaflet’s canvas",
  },
  {
    name: TIMEDIMENSION,
    page: "leaflet-timedimension",
    most: M,
    reason: "a layer an event",
    shares: ONLY_NARROW,
    draws: "each event as a circle on Leaflet’s canvas",
  },
  {
    name: MARKERCLUSTER,
    page: "markercluster",
    most: M,
    reason: "a marker an event in the window",
    shares: ONLY_NARROW,
    draws: "counted clusters, elements of the page",
  },
  {
    name: VIS,
    page: "vis-timeline",
    most: M / 10,
    reason: "an item of its own an event",
    shares: ONLY_NARROW,
    draws: "counted clusters above a timeline with an element an event, not stacked",
  },
];
