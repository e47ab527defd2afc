"use client";

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { DashboardState, DashboardStore } from "./store";

export const DashboardContext = createContext<DashboardStore | null>(null);

/** The store of the dashboard around; throws outside of one. */
export function useDashboardStore(): DashboardStore {
  const store = useContext(DashboardContext);
  if (store === null) throw new Error("useDashboardStore: there is no dashboard around this component.");
  return store;
}

/** The part of the state that `select` picks; the component renders again when that part is another object. */
export function useDashboard<T>(select: (state: DashboardState) => T): T {
  return useStore(useDashboardStore(), select);
}
