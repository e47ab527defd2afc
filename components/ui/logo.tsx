/** A playhead on its line. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 1v18" stroke="var(--playhead)" strokeWidth="2" />
      <circle cx="10" cy="10" r="4.4" fill="var(--panel)" stroke="var(--playhead)" strokeWidth="2" />
    </svg>
  );
}
