/** A generator of whole numbers below a bound, the same each time (Lehmer 1951). */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
