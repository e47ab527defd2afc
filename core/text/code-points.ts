/** A position between characters, counted in Unicode code points from the start of a text. */
export type CodePointOffset = number & { readonly __brand: "CodePointOffset" };
