/** SVG paths around a point. A speaker has a colour and a shape, and the draft's standing is told by its shape too: charts are printed in grey. */
export type Shape = (x: number, y: number) => string;

const path =
  (relative: string, dx: number, dy: number): Shape =>
  (x, y) =>
    `M${round(x + dx)} ${round(y + dy)}${relative}`;

const circle = path("a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", -4, 0);
const square = path("h8v8h-8z", -4, -4);
const triangle = path("l5 8.5h-10z", 0, -5.5);
const pointingDown = path("l-5 -8.5h10z", 0, 5.5);
const plus = path("h4v-3.5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-4z", -5, -1.5);
const bow = path("l10 10v-10l-10 10z", -5, -5);
const diamond = path("l6 6l-6 6l-6 -6z", 0, -6);
const outline = path("l10 10l-10 10l-10 -10z", 0, -10);

/** Colours that colour-blind readers can tell apart (Okabe and Ito 2008). */
const colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];
const shapes = [circle, square, triangle, pointingDown, plus, bow];

/** How the points of the nth speaker look. */
export const lookOf = (nth: number): { readonly colour: string; readonly shape: Shape } => ({
  colour: colours[nth % colours.length] as string,
  shape: shapes[nth % shapes.length] as Shape,
});

/** The draft's own: filled where it agrees, ringed where it differs, hollow where there is nothing to compare it with. */
export function draftMark(ruling: string | undefined, x: number, y: number): string {
  if (ruling === "supported") return `<path d="${diamond(x, y)}" fill="#008a5e" stroke="#fff"/>`;
  if (ruling === "open" || ruling === undefined) return `<path d="${diamond(x, y)}" fill="#fff" stroke="#666" stroke-width="1.5"/>`;
  return `<path d="${outline(x, y)}" fill="none" stroke="#c8102e" stroke-width="1.5"/><path d="${diamond(x, y)}" fill="#c8102e" stroke="#fff"/>`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
