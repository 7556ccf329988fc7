// The shapes of the marks, so that colour is never all that tells them apart. Each is an SVG path around a point.

type Shape = (x: number, y: number) => string;

const polygon =
  (...corners: readonly (readonly [number, number])[]): Shape =>
  (x, y) =>
    `M${corners.map(([dx, dy]) => `${x + dx} ${y + dy}`).join("L")}Z`;

/** One for each colour. */
const shapes: readonly Shape[] = [
  (x, y) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`,
  polygon([-4.5, -4.5], [4.5, -4.5], [4.5, 4.5], [-4.5, 4.5]),
  polygon([0, -6], [5.5, 4.5], [-5.5, 4.5]),
  polygon([0, 6], [-5.5, -4.5], [5.5, -4.5]),
  polygon([-2, -6], [2, -6], [2, -2], [6, -2], [6, 2], [2, 2], [2, 6], [-2, 6], [-2, 2], [-6, 2], [-6, -2], [-2, -2]),
  polygon([-3, -5], [3, -5], [6, 0], [3, 5], [-3, 5], [-6, 0]),
];

export const shapeOf = (index: number): Shape => shapes[index % shapes.length] as Shape;

/** The draft's own figure: larger than what the sources say. */
export const draftShape: Shape = polygon([0, -8], [8, 0], [0, 8], [-8, 0]);
