"use client";

import { useState } from "react";
import { Icon } from "./icon";

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** Turns to the other theme and remembers it in a cookie, so that the server draws the next page in it at once. */
export function ThemeToggle({ className }: { className?: string | undefined }) {
  const [theme, setTheme] = useState<"light" | "dark" | null>(null);

  function toggle(): void {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    const next = isDark ? "light" : "dark";
    root.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where pages are not loaded securely
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
    setTheme(next);
  }

  return (
    <button type="button" className={className} onClick={toggle} title="Light or dark">
      <Icon name={theme === "dark" ? "sun" : "moon"} label="Light or dark" />
    </button>
  );
}
