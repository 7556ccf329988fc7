// Turns of the event loop. Long work is done in slices, so that a keystroke is answered while it goes on.
import type { Steps } from "../engine/corpus/steps.ts";

/** Lets what has arrived meanwhile be served first. Timers are too slow for it: browsers hold them back. */
export const turn = (): Promise<void> => new Promise(afterOthers);

const afterOthers: (next: () => void) => void = (() => {
  const { setImmediate } = globalThis as { readonly setImmediate?: (next: () => void) => void };
  if (setImmediate) return setImmediate;
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (next) => {
    waiting.push(next);
    port2.postMessage(null);
  };
})();

/** The longest that others wait, in milliseconds; a step that takes longer by itself is not cut. */
const slice = 8;
/** A message takes several short turns before it is served: in so long, in milliseconds, its service has begun. */
const quiet = 1;
/** So long long work stands back at most: it ends even while somebody types without a pause. */
const longestBack = 25;

/** Resolves when the next step of long work may be done: at once, or, where the slice is used up, when nobody else has anything to do. All long work shares one; steps come one by one. */
export type Pace = () => Promise<void>;

export function createPace(now: () => number): Pace {
  let end = 0;
  let last = Promise.resolve();
  const standBack = async (): Promise<void> => {
    const until = now() + longestBack;
    for (let from = now(), isBusy = true; isBusy && from < until; ) {
      const begun = from;
      while (now() - begun < quiet) await turn();
      from = now();
      isBusy = from - begun > 2 * quiet;
    }
    end = now() + slice;
  };
  // The step before has been done when its successor looks at the clock.
  const mayGo = (): Promise<void> | undefined => (now() < end ? undefined : standBack());
  return () => {
    last = last.then(mayGo);
    return last;
  };
}

/** What comes of work when others are served in between; undefined when it is no longer wanted. */
export async function inTurns<T>(steps: Steps<T>, pace: Pace, isWanted: () => boolean): Promise<T | undefined> {
  for (;;) {
    await pace();
    if (!isWanted()) return undefined;
    const step = steps.next();
    if (step.done) return step.value;
  }
}
