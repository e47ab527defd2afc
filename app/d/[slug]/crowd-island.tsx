"use client";

import dynamic from "next/dynamic";

/** Apart from the page's own code: a dossier whose events are all sent does not pay for those that are fed. */
export const CrowdIsland = dynamic(() => import("./crowd-dashboard"));
