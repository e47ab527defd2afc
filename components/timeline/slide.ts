/** Moves an element to a portion, from 0 to 1, of its container's inline size. */
export type Slide = (portion: number) => void;

/**
 * A slide is an animation that is held still at a moment: its frames cost half of those of a `transform` that is
 * written, for which Chromium orders all layers of the page anew.
 */
export function createSlide(element: HTMLElement): Slide {
  const slide = element.animate([{ transform: "translateX(0)" }, { transform: "translateX(100cqi)" }], {
    duration: WHOLE,
    fill: "both",
  });
  slide.pause();
  return (portion) => {
    slide.currentTime = portion * WHOLE;
  };
}

// The time of the animation stands for the way; of so many parts none is as wide as a pixel.
const WHOLE = 1_000_000;
