import { type Box, boxAt, overlaps } from "./box";

/** A place to be marked; positions and sizes in CSS pixels at one zoom level. */
export type MarkerSite = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Size of the mark itself. */
  readonly width: number;
  readonly height: number;
  /** Width of the name beside it; 0 if the mark bears its own name. */
  readonly labelWidth: number;
  /** Heavier places keep their position. */
  readonly weight: number;
};

export type LabelSide = "right" | "left" | "above" | "below" | "none";

/** One mark: a place, or several that are too close to be told apart. */
export type MarkerSpot = {
  /** The heaviest place first. */
  readonly ids: readonly [string, ...string[]];
  /** Where the place is. */
  readonly x: number;
  readonly y: number;
  /** How far from there the mark is drawn. */
  readonly dx: number;
  readonly dy: number;
  readonly label: LabelSide;
};

// Three marks with leaders around one point can still be read; four or more become a stack.
const LARGEST_GROUP = 3;
const GAP = 3;
const LABEL_HEIGHT = 18;
const LABEL_GAP = 5;
const DIRECTIONS = 16;

type Mark = { site: MarkerSite; stacked: MarkerSite[]; dx: number; dy: number };

/**
 * Arranges marks so that none covers another: heavy places stay put, one or two close neighbours step aside, and a
 * crowd becomes a stack. Marks depend on the sites alone, whatever their order; names turn away from the edges of
 * `view`, which would cut them.
 */
export function layOutMarkers(sites: readonly MarkerSite[], view: Box): MarkerSpot[] {
  const marks = settle(groupByHead(sites.toSorted(byWeight)));
  const boxes = marks.map(toBox);
  const labels: Box[] = [];
  return marks.map((mark) => {
    const label = chooseLabelSide(mark, boxes, labels, view);
    const { site, stacked, dx, dy } = mark;
    return { ids: [site.id, ...stacked.map(({ id }) => id)], x: site.x, y: site.y, dx, dy, label };
  });
}

function byWeight(a: MarkerSite, b: MarkerSite): number {
  return b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

function groupByHead(sites: readonly MarkerSite[]): MarkerSite[][] {
  const groups: MarkerSite[][] = [];
  for (const site of sites) {
    const box = toBox({ site, dx: 0, dy: 0 });
    const near = groups.find(([head]) => head && overlaps(toBox({ site: head, dx: 0, dy: 0 }), box, GAP));
    if (near) near.push(site);
    else groups.push([site]);
  }
  return groups;
}

function settle(groups: readonly MarkerSite[][]): Mark[] {
  const heads = groups.flatMap(([site, ...others]): Mark[] =>
    site ? [{ site, stacked: groupIsCrowd(others) ? others : [], dx: 0, dy: 0 }] : [],
  );
  const marks = [...heads];
  groups.forEach(([, ...others], i) => {
    const head = heads[i];
    if (!head || groupIsCrowd(others)) return;
    for (const site of others) {
      const step = stepAside(site, head.site, marks);
      if (step) marks.push({ site, stacked: [], ...step });
      else head.stacked.push(site);
    }
  });
  return marks;
}

function groupIsCrowd(others: readonly MarkerSite[]): boolean {
  return others.length >= LARGEST_GROUP;
}

/** The shortest way out, and of equally short ones that which leads away from the head. */
function stepAside(
  site: MarkerSite,
  head: MarkerSite,
  marks: readonly Mark[],
): { dx: number; dy: number } | null {
  const taken = marks.map(toBox);
  const away =
    site.x === head.x && site.y === head.y ? -Math.PI / 4 : Math.atan2(site.y - head.y, site.x - head.x);
  const needed = (Math.max(site.width, site.height) + Math.max(head.width, head.height)) / 2;
  for (const reach of [0.5, 0.75, 1, 1.25]) {
    for (let i = 0; i < DIRECTIONS; i++) {
      // 0, +1, −1, +2, −2 … sixteenths of a turn from the direction away.
      const turn = (i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2);
      const angle = away + (turn * 2 * Math.PI) / DIRECTIONS;
      const dx = Math.round(Math.cos(angle) * needed * reach);
      const dy = Math.round(Math.sin(angle) * needed * reach);
      const box = toBox({ site, dx, dy });
      if (taken.every((other) => !overlaps(other, box, GAP))) return { dx, dy };
    }
  }
  return null;
}

function chooseLabelSide(mark: Mark, marks: readonly Box[], labels: Box[], view: Box): LabelSide {
  const { site, dx, dy } = mark;
  if (site.labelWidth === 0) return "none";
  const [x, y] = [site.x + dx, site.y + dy];
  const aside = (site.width + site.labelWidth) / 2 + LABEL_GAP;
  const over = (site.height + LABEL_HEIGHT) / 2;
  const at = (x: number, y: number) => boxAt(x, y, site.labelWidth, LABEL_HEIGHT);
  const boxes = {
    right: at(x + aside, y),
    left: at(x - aside, y),
    above: at(x, y - over),
    below: at(x, y + over),
  };
  const taken = [...marks, ...labels];
  const free = SIDES.filter((side) => taken.every((other) => !overlaps(other, boxes[side], 0)));
  const side = free.find((one) => isInside(boxes[one], view)) ?? free[0];
  if (!side) return "none";
  labels.push(boxes[side]);
  return side;
}

// A name reads best after its mark; over and under it only where neither side has room.
const SIDES = ["right", "left", "above", "below"] as const;

// What is above or below the view comes into it with the name that it has.
function isInside(label: Box, view: Box): boolean {
  return label.left >= view.left && label.right <= view.right;
}

function toBox({ site, dx, dy }: Pick<Mark, "site" | "dx" | "dy">): Box {
  return boxAt(site.x + dx, site.y + dy, site.width, site.height);
}
