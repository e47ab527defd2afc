import type { Locator } from "@/core/geo/locator";
import type { WorldPoint } from "@/core/geo/mercator";
import type { Spot } from "./card";
import { CARD_CATEGORY_COLOURS, CARD_COLOURS } from "./card-colours";
import { layOutLabels } from "./spot-labels";

type Props = {
  readonly locator: Locator;
  /** As many as the locator has points, in the same order; what it has beyond them is the leg. */
  readonly spots: readonly Spot[];
};

/** The card's map: land, areas, a leg, points, and the names that have room. Inline styles, for there is no other. */
export function LocatorMap({ locator, spots }: Props) {
  const { width, height, land, coast, borders } = locator;
  const placed = spots.flatMap((spot, i) => {
    const point = locator.points[i];
    return point ? [{ spot, point, pixelsPerKm: locator.scales[i] ?? 0 }] : [];
  });
  const leg = locator.points.slice(spots.length);
  return (
    <div style={{ display: "flex", position: "relative", width, height, overflow: "hidden" }}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Map">
        <rect width={width} height={height} fill={CARD_COLOURS.water} />
        <path d={land} fill={CARD_COLOURS.land} />
        {locator.areas !== "" && (
          <path
            d={locator.areas}
            fill={CARD_CATEGORY_COLOURS[spots[0]?.category ?? "other"]}
            fillOpacity={0.28}
          />
        )}
        <path d={borders} fill="none" stroke={CARD_COLOURS.border} strokeWidth={1.4} />
        <path d={coast} fill="none" stroke={CARD_COLOURS.coast} strokeWidth={1.2} />
        {leg.length > 1 && (
          <path
            d={toPath(leg)}
            fill="none"
            stroke={CARD_CATEGORY_COLOURS[spots[0]?.category ?? "other"]}
            strokeWidth={4}
          />
        )}
        {placed.map(({ spot, point: [x, y], pixelsPerKm }, i) => {
          const colour = CARD_CATEGORY_COLOURS[spot.category];
          const key = `${spot.name} ${i}`;
          if (spot.shape.kind === "country") return null;
          if (spot.shape.kind === "circle") {
            const radius = Math.max(spot.shape.radiusKm * pixelsPerKm, 12);
            return (
              <circle
                key={key}
                cx={x}
                cy={y}
                r={radius}
                fill={colour}
                fillOpacity={0.28}
                stroke={colour}
                strokeWidth={2}
              />
            );
          }
          return <circle key={key} cx={x} cy={y} r={13} fill={colour} stroke="#ffffff" strokeWidth={4} />;
        })}
      </svg>
      {layOutLabels(placed, leg, { width, height }).map(({ name, left, top }) => (
        <div
          key={`${name} ${left} ${top}`}
          style={{
            position: "absolute",
            left,
            top,
            whiteSpace: "nowrap",
            fontSize: 22,
            fontWeight: 600,
            color: CARD_COLOURS.ink,
            textShadow: "0 0 6px #f8f6f1",
          }}
        >
          {name}
        </div>
      ))}
    </div>
  );
}

function toPath(points: readonly WorldPoint[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}
