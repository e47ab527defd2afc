import { basename } from "node:path";
import { LIMITS } from "@/core/record/limits";

/** "Protests 2019" of "/home/ada/Protests 2019.csv.gz". */
export function toStem(fileName: string): string {
  const stem = basename(fileName)
    .replace(/\.gz$/i, "")
    .replace(/\.[A-Za-z0-9]{1,8}$/, "");
  return (stem || basename(fileName)).slice(0, LIMITS.name);
}
