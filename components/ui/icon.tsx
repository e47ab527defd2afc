/** Icons on a grid of 16, drawn with strokes of 1.5 unless the shape is solid. */
const ICONS = {
  play: { solid: "M4 2.5v11l9.5-5.5z" },
  pause: { solid: "M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" },
  previous: { solid: "M3 3h1.8v10H3zM13 3v10L5.4 8z" },
  next: { solid: "M11.2 3H13v10h-1.8zM3 3v10l7.6-5z" },
  search: { line: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7 14 14" },
  close: { line: "M3.5 3.5l9 9M12.5 3.5l-9 9" },
  down: { line: "M4 6l4 4 4-4" },
  left: { line: "M10 3.5 5.5 8l4.5 4.5" },
  right: { line: "M6 3.5 10.5 8 6 12.5" },
  link: {
    line: "M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3l1.2-1.2",
  },
  sun: {
    line: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
  },
  moon: { line: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" },
  keys: { line: "M1.5 4h13v8h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6" },
  open: { line: "M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11.5 9v4.5h-9v-9H7" },
  copy: { line: "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1" },
  filter: { line: "M2 3.5h12M4.5 8h7M6.5 12.5h3" },
  fit: { line: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 1v3M8 12v3M1 8h3M12 8h3" },
  quote: { line: "M2.5 4h11M2.5 8h7M2.5 12h5M11 9.5v5M8.5 12h5" },
  warning: { line: "M8 2 15 14H1zM8 6.5v3.5M8 12h.01" },
} as const satisfies Record<string, { solid: string } | { line: string }>;

export type IconName = keyof typeof ICONS;

/** An icon; with a label it names the control it stands in, without one it is decoration. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const icon: { solid?: string; line?: string } = ICONS[name];
  return (
    <>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {icon.solid ? (
          <path d={icon.solid} fill="currentColor" />
        ) : (
          <path
            d={icon.line ?? ""}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        )}
      </svg>
      {label && <span className="visually-hidden">{label}</span>}
    </>
  );
}
