"use client";

import type { ReactNode } from "react";
import { useIsHydrated } from "./hydration";

type Props = {
  readonly className: string | undefined;
  readonly isBusy: boolean;
  readonly children: ReactNode;
};

/** Sends its form, by Enter too, from the moment on that the page is alive: before it, the browser would. */
export function SubmitButton({ className, isBusy, children }: Props) {
  return (
    <button type="submit" className={className} aria-disabled={isBusy} disabled={!useIsHydrated()}>
      {children}
    </button>
  );
}
