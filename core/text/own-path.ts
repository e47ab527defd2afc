/**
 * The text as a path within this program, with its query; "/" for everything else: an address that leads elsewhere
 * must not be hidden in one that looks like ours.
 */
export function toOwnPath(text: string | null | undefined): string {
  // Browsers take a backslash for a slash, and leave tabs and line ends out.
  return text && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) ? text : "/";
}
