/** A calendar day `YYYY-MM-DD`, year 0001 to 9999, that belongs to no zone until it is placed. */
export type Day = string & { readonly __brand: "Day" };
