import type { Metadata } from "next";
import type { Access } from "@/server/access/admit";

/** What is not public is for no search engine, whoever passes its address on. */
export function toRobots({ dossier }: Access): Pick<Metadata, "robots"> {
  return dossier?.visibility === "public" ? {} : { robots: { index: false } };
}
