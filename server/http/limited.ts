import { Refusal } from "./refusal";

/** A Refusal of what would be taken later; it says when, for people and for programs. */
export function toLimited(why: string, seconds: number): Refusal {
  const headers = { "retry-after": String(seconds) };
  return new Refusal(429, `${why} Try again in ${toWords(seconds)}.`, undefined, {}, headers);
}

function toWords(seconds: number): string {
  if (seconds <= 1) return "a second";
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
