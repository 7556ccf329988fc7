/** The best few of many, best first, of equals the first: without sorting them all. */
export function bestOf<T>(all: readonly T[], most: number, isBetter: (a: T, b: T) => boolean): readonly T[] {
  const best: T[] = [];
  for (const one of all) {
    let place = best.length;
    while (place > 0 && isBetter(one, best[place - 1] as T)) place--;
    if (place === most) continue;
    best.splice(place, 0, one);
    if (best.length > most) best.pop();
  }
  return best;
}
