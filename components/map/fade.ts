import { prefersStillness } from "@/components/ui/theme";
import type { Milliseconds } from "@/core/time/instant";
import type { Mode } from "@/state/selectors";

// As long as the transition of marks and cells in their style sheets.
const FADE: Milliseconds = 150;

/** Lets the marks of events stand while they fade away, when cells take their place. */
export function createFade(
  container: HTMLElement,
  onEnd: () => void,
): { readonly keeps: (mode: Mode) => boolean; readonly end: () => void } {
  let shown: Mode = "crowd";
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    timer = undefined;
    delete container.dataset.fading;
  }

  return {
    keeps(mode) {
      if (mode !== shown) {
        end();
        if (mode === "crowd" && !prefersStillness()) {
          container.dataset.fading = "true";
          timer = setTimeout(() => {
            end();
            onEnd();
          }, FADE);
        }
        shown = mode;
      }
      return timer !== undefined;
    },
    end,
  };
}
