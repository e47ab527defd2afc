"use client";

import { createContext, useCallback, useContext, useEffect, useState } from "react";
import { useStore } from "zustand";
import { cancelFrame, requestFrame, requestWords } from "./frames";
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

/**
 * Runs `draw` after mounting and, at most once a frame, after every change of the state: React does not render.
 * `draw` must keep its identity while nothing that it closes over changes.
 */
export function useFrame(draw: (state: DashboardState) => void): void {
  useFollow(draw, requestFrame);
}

/** Like `useFrame`, for words and numbers: while a hand moves they change ten times a second. */
export function useWords(write: (state: DashboardState) => void): void {
  useFollow(write, requestWords);
}

/** Like `useDashboard`, for long lists that are read: while a hand moves they are rendered ten times a second. */
export function useReadable<T>(select: (state: DashboardState) => T): T {
  const store = useDashboardStore();
  const [value, setValue] = useState(() => select(store.getState()));
  useWords(useCallback((state: DashboardState) => setValue(() => select(state)), [select]));
  return value;
}

function useFollow(draw: (state: DashboardState) => void, request: (run: () => void) => void): void {
  const store = useDashboardStore();
  useEffect(() => {
    const run = () => draw(store.getState());
    run();
    const unsubscribe = store.subscribe(() => request(run));
    return () => {
      unsubscribe();
      cancelFrame(run);
    };
  }, [store, draw, request]);
}
