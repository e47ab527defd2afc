/** The mark that stands at the start of each step of a drag, and after the last one. */
export const STEP_MARK = "bench:step";
