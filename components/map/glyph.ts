import type { Status } from "@/core/record/vocabulary";

/** The part a shape plays, which gives it its colours: see glyph.module.css. */
export type GlyphRole = "solid" | "tint" | "ground" | "line" | "dash" | "faint";

export type GlyphShape = {
  readonly tag: "circle" | "path";
  readonly role: GlyphRole;
  readonly attributes: Readonly<Record<string, string>>;
};

/** The square that the shapes below are drawn in; its centre is the mark's. */
export const GLYPH_VIEW_BOX = "-14 -14 28 28";

function disc(role: GlyphRole, radius: number): GlyphShape {
  return { tag: "circle", role, attributes: { r: String(radius) } };
}

function path(role: GlyphRole, d: string): GlyphShape {
  return { tag: "path", role, attributes: { d } };
}

/** The alphabet of status: the same sign on the marker, in the fan and in the legend. */
export const GLYPHS: Record<Status, readonly GlyphShape[]> = {
  occurred: [disc("solid", 12)],
  planned: [disc("ground", 11), disc("dash", 11)],
  // A ring with an open end on the right, where time goes on.
  ongoing: [disc("ground", 12), disc("solid", 8.5), path("line", "M8.5 -8.5A12 12 0 1 0 8.5 8.5")],
  claimed: [disc("ground", 11), path("solid", "M-11 0A11 11 0 0 0 11 0Z"), disc("line", 11)],
  denied: [disc("ground", 11), disc("line", 11), path("line", "M-7.8 7.8L7.8 -7.8")],
  cancelled: [disc("ground", 11), disc("faint", 11), path("faint", "M-14 0H14")],
  // Two tones, one for each side of the story, and a notch where they meet.
  disputed: [
    path("solid", "M0 -12A12 12 0 0 0 0 12Z"),
    path("tint", "M0 -12A12 12 0 0 1 0 12Z"),
    disc("line", 11.5),
    path("ground", "M-5 -14.5L5 -14.5L0 -6Z"),
  ],
};
