import type { LonLat } from "@/core/record/record";

/** "37.5700° N 126.9800° E" */
export function toCoordinateWords({ lon, lat }: LonLat): string {
  const part = (degrees: number, positive: string, negative: string) =>
    `${Math.abs(degrees).toFixed(4)}° ${degrees < 0 ? negative : positive}`;
  return `${part(lat, "N", "S")} ${part(lon, "E", "W")}`;
}
