import { SYNTHETIC_START } from "@/scripts/generate-model";

export const DAY = 86_400_000;

/** What the database is asked for: a year in the middle of the twenty, in whole UTC days since 1970. */
export const FROM_DAY = SYNTHETIC_START / DAY + 3650;
export const TO_DAY = FROM_DAY + 365;

/** Of the generator's topics one that is in every fourth title, and the one that is in the fewest. */
export const COMMON_WORD = "security";
export const RARE_WORD = "saffron";
