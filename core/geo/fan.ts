/** Offset from a marker's centre in CSS pixels, y downwards. */
export type FanOffset = { readonly dx: number; readonly dy: number };

// Up to eight items sit on a circle with room for a line of text between neighbours; more wind outwards.
export const LARGEST_CIRCLE = 8;
export const LARGEST_FAN = 24;

const CIRCLE_RADIUS = 66;
const SPIRAL_START = 46;
const SPIRAL_PITCH = 34;
const SPIRAL_SPACING = 36;

/** Where the items of an opened stack go, from the top clockwise: a circle, or a spiral for more than eight. */
export function layOutFan(count: number): FanOffset[] {
  if (count > LARGEST_FAN) throw new RangeError(`Fan of ${count}: at most ${LARGEST_FAN} items fan out.`);
  return count <= LARGEST_CIRCLE ? layOutCircle(count) : layOutSpiral(count);
}

function layOutCircle(count: number): FanOffset[] {
  // Two items side by side leave both their labels room; a stack of two upright would hide under its own texts.
  const first = count === 2 ? 0 : -Math.PI / 2;
  return Array.from({ length: count }, (_, i) => toOffset(first + (2 * Math.PI * i) / count, CIRCLE_RADIUS));
}

// An Archimedean spiral, walked by steps of equal length.
function layOutSpiral(count: number): FanOffset[] {
  const offsets: FanOffset[] = [];
  let turned = 0;
  for (let i = 0; i < count; i++) {
    const radius = SPIRAL_START + (SPIRAL_PITCH * turned) / (2 * Math.PI);
    offsets.push(toOffset(turned - Math.PI / 2, radius));
    turned += SPIRAL_SPACING / radius;
  }
  return offsets;
}

function toOffset(angle: number, radius: number): FanOffset {
  return { dx: radius * Math.cos(angle), dy: radius * Math.sin(angle) };
}
