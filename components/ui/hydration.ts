import { type RefObject, useEffect, useRef, useSyncExternalStore } from "react";

/** Whether the page is alive: its script has come, and a form is sent by it and not by the browser. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(subscribeToNothing, isHere, isNotYetHere);
}

/** The ref of a field; what was typed or filled into it before the page was alive is handed on when it is. */
export function useEarlyInput<Element extends HTMLInputElement | HTMLTextAreaElement>(
  onFound: (value: string) => void,
): RefObject<Element | null> {
  const field = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the page found when it came alive
  useEffect(() => {
    const early = field.current?.value ?? "";
    if (early !== "") onFound(early);
  }, []);
  return field;
}

const subscribeToNothing = () => () => {};
const isHere = () => true;
const isNotYetHere = () => false;
