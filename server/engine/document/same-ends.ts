/** How many characters two texts have in common at their start, and at their end behind it. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

export function sameEnds(a: string, b: string): SameEnds {
  const shorter = Math.min(a.length, b.length);
  const start = most(shorter, (from, to) => a.slice(from, to) === b.slice(from, to));
  const end = most(shorter - start, (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from));
  return { start, end };
}

/** The most characters up to `limit` that are the same: halving, so that whole stretches are compared at once. */
function most(limit: number, areSame: (from: number, to: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (areSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
