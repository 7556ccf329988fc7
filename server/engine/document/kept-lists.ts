// Lists of the whole text, one item a passage. An edit changes a few items in the middle: the others are taken over as they are.
import { areSame, type Shelf } from "./memory.ts";

type Lists = readonly (readonly unknown[])[];

/** Where lists that run side by side are no longer what they were: items from `start` to `end`, which stood to `oldEnd`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly oldEnd: number;
}

interface Made<V> {
  readonly lists: Lists;
  readonly given: readonly unknown[];
  readonly values: readonly V[];
}

/**
 * What is made of each item of lists that run side by side; `make` gets its position. It rests on the items there and on `given` alone.
 * The same list as at the last check where it has the same items.
 */
export const eachKept = <V>(shelf: Shelf, kind: string, lists: Lists, given: readonly unknown[], make: (at: number) => V): readonly V[] =>
  shelf.keep<Made<V>>(kind, [...lists, ...given], (before) => {
    const change = changeOf(before, lists, given);
    return { lists, given, values: before && isNone(change) ? before.values : replaced(before?.values ?? [], change, make) };
  }).values;

interface Carried<V, S> extends Made<{ readonly value: V; readonly before: S; readonly after: S }> {}

/** The same where each also rests on what the item before it leaves behind, `first` before the first of them. What is left is compared by `areAlike`. */
export const carriedKept = <V, S>(
  shelf: Shelf,
  kind: string,
  lists: Lists,
  given: readonly unknown[],
  first: S,
  areAlike: (a: S, b: S) => boolean,
  make: (at: number, before: S) => { readonly value: V; readonly after: S },
): readonly V[] =>
  shelf
    .keep<Carried<V, S>>(kind, [...lists, ...given], (kept) => {
      const { start, end, oldEnd } = changeOf(kept, lists, given);
      let state = first;
      const values = (lists[0] as readonly unknown[]).map((_, at) => {
        const old = at < start ? kept?.values[at] : at < end ? undefined : kept?.values[at - end + oldEnd];
        const before = state;
        const value = old && (old.before === before || areAlike(old.before, before)) ? old : { before, ...make(at, before) };
        state = value.after;
        return value;
      });
      return { lists, given, values };
    })
    .values.map(({ value }) => value);

interface Flat<M> extends Made<readonly M[]> {
  readonly flat: readonly M[];
}

/** The lists of all items in one, each put in its place by its item, that item's position and how many lie before its list. What stands before the first change is the same. */
export const flatKept = <I, M>(
  shelf: Shelf,
  kind: string,
  items: readonly I[],
  lists: readonly (readonly M[])[],
  place: (one: M, item: I, at: number, first: number) => M,
): readonly M[] =>
  shelf.keep<Flat<M>>(kind, [items, lists], (before) => {
    const change = changeOf(before, [items, lists], []);
    if (before && isNone(change)) return before;
    const { start } = change;
    let first = 0;
    for (let at = 0; at < start; at++) first += (lists[at] as readonly M[]).length;
    const flat = before ? before.flat.slice(0, first) : [];
    for (let at = start; at < items.length; at++) {
      first = flat.length;
      for (const one of lists[at] as readonly M[]) flat.push(place(one, items[at] as I, at, first));
    }
    return { lists: [items, lists], given: [], values: lists, flat };
  }).flat;

/** All lists in one, at each keystroke: `flat` is slow. */
export function joined<M>(lists: readonly (readonly M[])[]): readonly M[] {
  const all: M[] = [];
  for (const list of lists) for (const one of list) all.push(one);
  return all;
}

/** How many lie in the lists before each. */
export function startsOf(lists: Lists): readonly number[] {
  let count = 0;
  return lists.map(({ length }) => {
    count += length;
    return count - length;
  });
}

/** What has changed since `before`: all, where that is not there or was given something else. */
function changeOf(before: Omit<Made<unknown>, "values"> | undefined, lists: Lists, given: readonly unknown[]): Change {
  const length = lists[0]?.length ?? 0;
  if (!before || !areSame(before.given, given)) return { start: 0, end: length, oldEnd: before?.lists[0]?.length ?? 0 };
  return changeBetween(before.lists, lists);
}

export function changeBetween(old: Lists, now: Lists): Change {
  let end = now[0]?.length ?? 0;
  let oldEnd = old[0]?.length ?? 0;
  let start = Math.min(end, oldEnd);
  let same = start;
  for (let list = 0; list < now.length; list++) {
    const [a, b] = [old[list] as readonly unknown[], now[list] as readonly unknown[]];
    let at = 0;
    while (at < start && a[at] === b[at]) at++;
    start = at;
  }
  same -= start;
  for (let list = 0; list < now.length; list++) {
    const [a, b] = [old[list] as readonly unknown[], now[list] as readonly unknown[]];
    let at = 0;
    while (at < same && a[oldEnd - 1 - at] === b[end - 1 - at]) at++;
    same = at;
  }
  end -= same;
  oldEnd -= same;
  return { start, end, oldEnd };
}

const isNone = ({ start, end, oldEnd }: Change): boolean => start === end && end === oldEnd;

function replaced<V>(old: readonly V[], { start, end, oldEnd }: Change, make: (at: number) => V): readonly V[] {
  const values = old.slice(0, start);
  for (let at = start; at < end; at++) values.push(make(at));
  for (let at = oldEnd; at < old.length; at++) values.push(old[at] as V);
  return values;
}
