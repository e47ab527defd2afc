import { orderKey } from "@/core/time/compatible";
import type { Instant } from "@/core/time/instant";
import { PRECISIONS, type When } from "@/core/time/when";
import type { Zone } from "@/core/time/zone";
import { toMember } from "./member";

/** The columns of an event or a citation that hold its date; all empty where it is undated. */
export type WhenColumns = {
  readonly edtf: string | null;
  readonly zone: string | null;
  readonly beginEarliest: bigint | null;
  readonly beginLatest: bigint | null;
  readonly endEarliest: bigint | null;
  readonly endLatest: bigint | null;
  readonly precision: string | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
};

export function whenToColumns(when: When | null): WhenColumns & { readonly orderKey: bigint | null } {
  if (when === null) return UNDATED;
  const { edtf, zone, bounds, precision, approximate, uncertain } = when;
  return {
    edtf,
    zone,
    beginEarliest: toBigInt(bounds.beginEarliest),
    beginLatest: toBigInt(bounds.beginLatest),
    endEarliest: toBigInt(bounds.endEarliest),
    endLatest: toBigInt(bounds.endLatest),
    precision,
    approximate,
    uncertain,
    orderKey: toBigInt(orderKey(bounds)),
  };
}

/** The date in a row; the brands hold because only checked dates are written. */
export function columnsToWhen(row: WhenColumns): When | null {
  if (row.edtf === null) return null;
  return {
    edtf: row.edtf,
    zone: row.zone as Zone,
    bounds: {
      beginEarliest: toInstantOrNull(row.beginEarliest),
      beginLatest: toInstantOrNull(row.beginLatest),
      endEarliest: toInstantOrNull(row.endEarliest),
      endLatest: toInstantOrNull(row.endLatest),
    },
    precision: toMember("precision", PRECISIONS, row.precision),
    approximate: row.approximate,
    uncertain: row.uncertain,
  };
}

const UNDATED = {
  edtf: null,
  zone: null,
  beginEarliest: null,
  beginLatest: null,
  endEarliest: null,
  endLatest: null,
  precision: null,
  approximate: false,
  uncertain: false,
  orderKey: null,
};

function toBigInt(instant: Instant | null): bigint | null {
  return instant === null ? null : BigInt(instant);
}

function toInstantOrNull(milliseconds: bigint | null): Instant | null {
  return milliseconds === null ? null : (Number(milliseconds) as Instant);
}
