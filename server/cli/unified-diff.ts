/** Lines of context around a change, as diff and git have it. */
const context = 3;

/** One step from the old text to the new: a line kept, taken out or put in. */
interface Step {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/** The difference of two texts, as `patch -p1` and `git apply` read it. Empty where they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = stepsBetween(splitLines(before), splitLines(after));
  return `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${hunks(steps).join("")}`;
}

/** Lines with their line breaks. */
const splitLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The shortest way from one list of lines to the other (Myers 1986), the common ends aside. */
function stepsBetween(a: readonly string[], b: readonly string[]): readonly Step[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const kept = (lines: readonly string[]): Step[] => lines.map((line) => ({ sign: " ", line }));
  return [...kept(a.slice(0, start)), ...shortest(a.slice(start, a.length - end), b.slice(start, b.length - end)), ...kept(a.slice(a.length - end))];
}

function shortest(a: readonly string[], b: readonly string[]): readonly Step[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  const isDown = (k: number, d: number, reached: ReadonlyMap<number, number>) =>
    k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
  search: for (let d = 0; ; d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(k, d, furthest) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) break search;
    }
  }
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = trace[d] as Map<number, number>;
    const k = x - y;
    const down = isDown(k, d, reached);
    const fromX = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0);
    const fromY = fromX - (down ? k + 1 : k - 1);
    for (; x > Math.max(fromX, 0) && y > Math.max(fromY, 0) && x > 0 && y > 0 && a[x - 1] === b[y - 1]; x--, y--)
      steps.push({ sign: " ", line: a[x - 1] as string });
    if (d === 0) break;
    if (down) steps.push({ sign: "+", line: b[--y] as string });
    else steps.push({ sign: "-", line: a[--x] as string });
  }
  return steps.reverse();
}

/** The changes with their context, those that touch taken together. */
function hunks(steps: readonly Step[]): readonly string[] {
  const changed = steps.flatMap(({ sign }, index) => (sign === " " ? [] : index));
  const ranges: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    if (last && index - context <= last.to) last.to = index + context + 1;
    else ranges.push({ from: Math.max(0, index - context), to: index + context + 1 });
  }
  const line = { old: 1, new: 1 };
  let at = 0;
  return ranges.map(({ from, to }) => {
    for (; at < from; at++) advance(line, steps[at] as Step);
    const part = steps.slice(from, Math.min(to, steps.length));
    const [oldCount, newCount] = [part.filter(({ sign }) => sign !== "+").length, part.filter(({ sign }) => sign !== "-").length];
    const header = `@@ -${rangeOf(line.old, oldCount)} +${rangeOf(line.new, newCount)} @@\n`;
    for (; at < Math.min(to, steps.length); at++) advance(line, steps[at] as Step);
    return header + part.map(({ sign, line: text }) => sign + (text.endsWith("\n") ? text : `${text}\n\\ No newline at end of file\n`)).join("");
  });
}

function advance(line: { old: number; new: number }, { sign }: Step): void {
  if (sign !== "+") line.old++;
  if (sign !== "-") line.new++;
}

/** An empty range is counted from the line before it. */
const rangeOf = (start: number, count: number): string => (count === 1 ? String(start) : `${count ? start : start - 1},${count}`);

/** A path with a quote, a backslash or a control character is written as in C, which both tools read. */
const quoted = (path: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is written otherwise
  /[\u0000-\u001f"\\\u007f]/.test(path) ? `"${[...Buffer.from(path)].map(cCharacter).join("")}"` : path;

function cCharacter(byte: number): string {
  if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
  return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte);
}
