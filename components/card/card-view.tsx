import type { Locator } from "@/core/geo/locator";
import type { Card } from "./card";
import { CARD_CATEGORY_COLOURS, CARD_COLOURS } from "./card-colours";
import { SANS, SERIF } from "./card-fonts";
import { LocatorMap } from "./locator-map";

export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The size of the card's map, in pixels; `null` where there is nothing to show on it. */
export function toMapSize({ layout, spots }: Card): { width: number; height: number } | null {
  if (layout === "below") return { width: CARD_SIZE.width, height: 272 };
  return spots.length === 0 ? null : { width: 440, height: CARD_SIZE.height };
}

/** A card as it is drawn. The renderer knows flexbox and inline styles, no more. */
export function CardView({ card, locator }: { card: Card; locator: Locator | null }) {
  const isBelow = card.layout === "below";
  return (
    <div
      style={{
        ...CARD_SIZE,
        display: "flex",
        flexDirection: isBelow ? "column" : "row",
        background: CARD_COLOURS.panel,
        color: CARD_COLOURS.ink,
        fontFamily: SANS,
        fontWeight: 500,
      }}
    >
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          flexGrow: 1,
          flexBasis: 0,
          padding: isBelow ? "40px 56px 22px" : "44px 52px 40px",
          overflow: "hidden",
        }}
      >
        <Masthead kicker={card.kicker} />
        <Headline card={card} hasMap={locator !== null} />
        {card.quotation !== null && <Quotation {...card.quotation} isLong={card.title.length > 90} />}
        <Facts facts={card.facts} category={card.category} />
      </div>
      {locator && <LocatorMap locator={locator} spots={card.spots} />}
    </div>
  );
}

function Masthead({ kicker }: { kicker: string }) {
  return (
    <div
      style={{
        display: "flex",
        flexShrink: 0,
        alignItems: "center",
        justifyContent: "space-between",
        paddingBottom: 14,
        borderBottom: `2px solid ${CARD_COLOURS.ink}`,
      }}
    >
      <div style={{ display: "flex", flexShrink: 0, alignItems: "center" }}>
        <svg width="26" height="26" viewBox="0 0 20 20" role="img" aria-label="Dateline">
          <path d="M10 0v20" stroke={CARD_COLOURS.playhead} strokeWidth="2.4" />
          <circle cx="10" cy="10" r="4.6" fill="#ffffff" stroke={CARD_COLOURS.playhead} strokeWidth="2.4" />
        </svg>
        <div style={{ marginLeft: 10, fontSize: 25, fontWeight: 600 }}>Dateline</div>
      </div>
      <div style={{ ...toClamped(1), marginLeft: 32, fontSize: 21, color: CARD_COLOURS.faintInk }}>
        {kicker}
      </div>
    </div>
  );
}

function Headline({ card, hasMap }: { card: Card; hasMap: boolean }) {
  const { dateline, title, summary, layout } = card;
  const isBelow = layout === "below";
  return (
    <div style={{ display: "flex", flexDirection: "column", flexShrink: 0, marginTop: 20 }}>
      {dateline !== null && (
        <div
          style={{
            ...toClamped(1),
            marginBottom: 6,
            fontSize: 23,
            fontWeight: 600,
            color: CARD_COLOURS.playhead,
          }}
        >
          {dateline}
        </div>
      )}
      <div
        style={{
          ...toClamped(isBelow ? 2 : 4),
          fontFamily: SERIF,
          fontSize: toTitleSize(title, isBelow || !hasMap),
          fontWeight: 600,
          lineHeight: 1.16,
          letterSpacing: "-0.012em",
        }}
      >
        {title}
      </div>
      {summary !== null && (
        <div
          style={{
            ...toClamped(toSummaryLines(title, isBelow)),
            marginTop: 10,
            fontFamily: SERIF,
            fontWeight: 400,
            fontSize: 24,
            lineHeight: 1.38,
            color: CARD_COLOURS.faintInk,
          }}
        >
          {summary}
        </div>
      )}
    </div>
  );
}

function Quotation({ words, credit, isLong }: { words: string; credit: string; isLong: boolean }) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        flexShrink: 0,
        marginTop: 26,
        paddingLeft: 22,
        borderLeft: `4px solid ${CARD_COLOURS.highlightLine}`,
      }}
    >
      <div
        style={{
          ...toClamped(isLong ? 3 : 5),
          fontFamily: SERIF,
          fontWeight: 400,
          fontSize: toQuotationSize(words),
          lineHeight: 1.38,
        }}
      >
        {`“${words}”`}
      </div>
      <div style={{ ...toClamped(1), marginTop: 10, fontSize: 20, color: CARD_COLOURS.faintInk }}>
        {credit}
      </div>
    </div>
  );
}

function Facts({ facts, category }: Pick<Card, "facts" | "category">) {
  return (
    <div
      style={{
        display: "flex",
        flexShrink: 0,
        alignItems: "center",
        marginTop: "auto",
        paddingTop: 14,
        fontSize: 21,
        color: CARD_COLOURS.faintInk,
      }}
    >
      {category !== null && (
        <div
          style={{
            width: 14,
            height: 14,
            marginRight: 12,
            borderRadius: 7,
            background: CARD_CATEGORY_COLOURS[category],
          }}
        />
      )}
      {facts.join(" · ")}
    </div>
  );
}

// The renderer clamps only what is laid out as a block, and breaks an endless word only if it is told to.
function toClamped(lineClamp: number) {
  return { display: "block", lineClamp, wordBreak: "break-word" } as const;
}

// Sizes and lines are chosen so that the longest of each fit the card together.
function toTitleSize({ length }: string, isWide: boolean): number {
  if (isWide) return length > 36 ? 42 : 54;
  if (length > 120) return 32;
  return length > 60 ? 38 : 46;
}

function toSummaryLines({ length }: string, isBelow: boolean): number {
  if (!isBelow) return 4;
  return length > 46 ? 1 : 2;
}

function toQuotationSize({ length }: string): number {
  if (length > 150) return 26;
  return length > 60 ? 30 : 36;
}
