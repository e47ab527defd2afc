import type { Category } from "../record/vocabulary";

/** The category of an ACLED event, by event_type and, where that says too little, sub_event_type. */
export function toAcledCategory(type: string, subType: string): Category {
  return SUB_TYPES.get(subType.toLowerCase()) ?? TYPES.get(type.toLowerCase()) ?? "other";
}

// Protests and riots are `other`: no party to them makes war, or speaks for a state.
const TYPES: ReadonlyMap<string, Category> = new Map([
  ["battles", "military"],
  ["explosions/remote violence", "military"],
  ["violence against civilians", "military"],
  // Before 2019.
  ["remote violence", "military"],
  ["battle-no change of territory", "military"],
  ["battle-government regains territory", "military"],
  ["battle-non-state actor overtakes territory", "military"],
  ["headquarters or base established", "military"],
  ["non-violent transfer of territory", "military"],
]);

// Of the strategic developments.
const SUB_TYPES: ReadonlyMap<string, Category> = new Map([
  ["agreement", "diplomacy"],
  ["change to group/activity", "institution"],
  ["disrupted weapons use", "military"],
  ["headquarters or base established", "military"],
  ["non-violent transfer of territory", "military"],
]);
