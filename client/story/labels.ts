// Which marks of a chart bear their number: as many as fit, the draft's and the newest of each line first.
import { type Chart, digit, type Mark, widestMark } from "./chart.ts";

export interface Label {
  /** The middle of the words, and their base line. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const size = 12;
const boxOf = ({ x, y, text }: Label): Box => ({
  left: x - (text.length * digit) / 2 - 2,
  right: x + (text.length * digit) / 2 + 2,
  top: y - size,
  bottom: y + 2,
});
/** A mark with its interval. */
const around = ({ x, y, low, high }: Mark): readonly Box[] => [
  { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 },
  ...(low - high > widestMark ? [{ left: x - 2, right: x + 2, top: high, bottom: low }] : []),
];
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Each above its mark or, where that is taken, below it; none over a mark, another number or the edge. */
export function labelsOf({ lines, draft, left, width, bottom }: Chart, locale?: string): readonly Label[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const marks: readonly Mark[] = [...draft, ...lines.flatMap((line) => line.marks.at(-1) ?? []), ...lines.flatMap((line) => line.marks.slice(0, -1))];
  const taken: Box[] = [...marks.flatMap(around), { left: 0, right: width, top: bottom, bottom: Number.POSITIVE_INFINITY }];
  const placed: Label[] = [];
  for (const { x, y, point } of marks) {
    const text = number.format(point.value);
    const free = [y - 11, y + 11 + size - 2]
      .map((at): Label => ({ x, y: at, text }))
      .find((one) => {
        const box = boxOf(one);
        return box.left >= left && box.right <= width && box.top >= 0 && !taken.some((other) => meet(box, other));
      });
    if (!free) continue;
    placed.push(free);
    taken.push(boxOf(free));
  }
  return placed;
}
