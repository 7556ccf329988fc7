/** Whether a path or pattern has wildcards. */
export const isGlob = (pattern: string): boolean => /[*?{}[\]]/.test(pattern);

/** The folder that a glob's matches all lie in, and what is left of the pattern below it. */
export function splitGlob(pattern: string): { readonly folder: string; readonly rest: string } {
  const parts = pattern.split("/");
  const first = parts.findIndex(isGlob);
  if (first < 0) return { folder: pattern, rest: "" };
  return { folder: parts.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : "."), rest: parts.slice(first).join("/") };
}

/** A glob over paths with forward slashes: `*`, `?`, `**` for any folders, `[ab]`, `{md,txt}`. What is no valid glob matches itself only. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const states = statesOf(pattern);
  if (!states) return (path) => path === pattern;
  const known = new Map<string, Place>();
  /** Where one is that may be in any of these states, and in those that they lead to by themselves. */
  const placeOf = (reached: readonly number[]): Place => {
    const all = new Set(reached);
    for (const state of all) if (!states[state]?.takes) for (const next of states[state]?.next ?? []) all.add(next);
    const key = [...all].sort((a, b) => a - b).join();
    const place = known.get(key) ?? { states: [...all], isEnd: all.has(end), after: new Map() };
    known.set(key, place);
    return place;
  };
  const after = (place: Place, char: string): Place => {
    const next = place.after.get(char) ?? placeOf(place.states.flatMap((state) => (states[state]?.takes?.(char) ? (states[state]?.next ?? []) : [])));
    place.after.set(char, next);
    return next;
  };
  const start = placeOf([0]);
  return (path) => {
    let place = start;
    for (const char of path) place = after(place, char);
    return place.isEnd;
  };
}

const compiled = new WeakMap<readonly string[], readonly ((path: string) => boolean)[]>();

/** Whether one of a configuration's globs, relative to its folder, takes in a path below it. */
export function matchesAny(patterns: readonly string[], path: string): boolean {
  const matchers = compiled.get(patterns) ?? patterns.map((pattern) => globMatcher(pattern.replace(/^\.\//, "")));
  compiled.set(patterns, matchers);
  return matchers.some((matches) => matches(path));
}

/** Of an automaton, which reads a path in one go whatever the pattern is: a regular expression might try for ever. */
interface State {
  /** The characters that lead on; without it, the state leads on by itself. */
  readonly takes?: (char: string) => boolean;
  readonly next: number[];
}
const end = 1;

interface Place {
  readonly states: readonly number[];
  readonly isEnd: boolean;
  readonly after: Map<string, Place>;
}

const isSlash = (char: string): boolean => char === "/";
const noSlash = (char: string): boolean => char !== "/";
const isAny = (): boolean => true;

/** The automaton of a glob, its first state the start and its second the end; undefined where it is no valid one. */
function statesOf(pattern: string): readonly State[] | undefined {
  const states: State[] = [{ next: [] }, { next: [] }];
  const add = (state: State): number => states.push(state) - 1;
  const link = (from: number, to: number) => states[from]?.next.push(to);
  let at = 0;
  const goTo = (state: number) => {
    link(at, state);
    at = state;
  };
  const take = (takes: (char: string) => boolean) => {
    goTo(add({ takes, next: [] }));
    goTo(add({ next: [] }));
  };
  const takeMany = (takes: (char: string) => boolean) => {
    goTo(add({ next: [] }));
    link(at, add({ takes, next: [at] }));
  };
  const takeFolders = () => {
    goTo(add({ next: [] }));
    const letter = add({ takes: noSlash, next: [] });
    link(letter, letter);
    link(letter, add({ takes: isSlash, next: [at] }));
    link(at, letter);
  };
  const open: { readonly from: number; readonly to: number }[] = [];
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] as string;
    const group = open.at(-1);
    const close = char === "[" ? chars.indexOf("]", i + 2) : -1;
    if (char === "*" && chars[i + 1] === "*") {
      const wholeParts = chars[i + 2] === "/";
      if (wholeParts) takeFolders();
      else takeMany(isAny);
      i += wholeParts ? 2 : 1;
    } else if (char === "*") takeMany(noSlash);
    else if (char === "?") take(noSlash);
    else if (char === "{") {
      goTo(add({ next: [] }));
      open.push({ from: at, to: add({ next: [] }) });
    } else if (group && (char === "}" || char === ",")) {
      goTo(group.to);
      if (char === "}") open.pop();
      else at = group.from;
    } else if (close > 0) {
      const isOneOf = classOf(chars.slice(i + 1, close).join(""));
      if (!isOneOf) return undefined;
      take(isOneOf);
      i = close;
    } else take((other) => other === char);
  }
  goTo(end);
  return open.length ? undefined : states;
}

/** What stands between brackets; undefined where its ends are the wrong way round. */
function classOf(inside: string): ((char: string) => boolean) | undefined {
  const letters = inside.replace(/[\\[\]]/g, "\\$&");
  try {
    const one = new RegExp(`^[${letters.startsWith("!") ? `^${letters.slice(1)}` : letters}]$`, "u");
    return (char) => one.test(char);
  } catch {
    return undefined;
  }
}
