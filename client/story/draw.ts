// One subject of the story as a chart that a mouse, a keyboard and a screen reader can use, and as a table.
import type { StoryPoint, StorySubject } from "../../server/lsp/protocol.ts";
import { type Chart, chartOf, height, type Mark, widestMark } from "./chart.ts";
import { labelsOf } from "./labels.ts";
import { draftShape, shapeOf } from "./shapes.ts";

type Attributes = Readonly<Record<string, string | number>>;

function svg(name: string, attributes: Attributes, ...children: readonly Element[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

export function html(name: string, attributes: Attributes = {}, ...children: readonly (Element | string)[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** For the eyes alone: the marks say it all. */
const label = (className: string, x: number, y: number, text: string): SVGElement => {
  const element = svg("text", { class: className, x, y, "aria-hidden": "true" });
  element.textContent = text;
  return element;
};

/** What the reader of a chart can do. */
export interface Actions {
  readonly open: (point: StoryPoint) => void;
  readonly show: (mark: Element, title: string, quote: string) => void;
  readonly hide: () => void;
}

/** The lines' names in the order of their colours and shapes, which repeat after six. A publisher has the same in every chart. */
export type Hues = readonly string[];
const indexOf = (hues: Hues, name: string): number => Math.max(0, hues.indexOf(name)) % 6;
const hueOf = (hues: Hues, name: string): string => `line hue${indexOf(hues, name)}`;

const longDay = (day: string) => new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

const standings = {
  supported: "the sources support it",
  drifted: "other hedge than in the sources",
  superseded: "a newer source has a later count",
  contradicted: "the sources contradict it",
  miscited: "the cited source does not have it",
  open: "nothing to compare it with",
} as const;

interface Row {
  readonly mark: Mark;
  readonly className: string;
  /** An SVG path around a point. */
  readonly shape: (x: number, y: number) => string;
  /** "14 people, 4 March 2031, first, Harbour News". */
  readonly title: string;
  readonly isDraft: boolean;
}

function rowsOf(chart: Chart, subject: StorySubject, hues: Hues): readonly Row[] {
  const named = subject.lines.length > 1 || subject.lines[0]?.name !== "Sources";
  const told = chart.lines.flatMap(({ name, marks }) =>
    marks.map((mark): Row => {
      const { text, day, source } = mark.point;
      return {
        mark,
        className: hueOf(hues, name),
        shape: shapeOf(indexOf(hues, name)),
        title: [text, longDay(day), source, ...(named ? [name] : [])].join(", "),
        isDraft: false,
      };
    }),
  );
  const stated = chart.draft.map((mark): Row => {
    const { text, day, standing } = mark.point;
    return { mark, className: `draft ${standing}`, shape: draftShape, title: `This draft: ${text}, ${longDay(day)}, ${standings[standing]}`, isDraft: true };
  });
  return [...told, ...stated].toSorted((a, b) => a.mark.x - b.mark.x || b.mark.y - a.mark.y);
}

function markOf({ mark, className, shape, title }: Row, isFirst: boolean, { open, show, hide }: Actions): SVGElement {
  const { x, y, low, high, point } = mark;
  const element = svg(
    "g",
    { class: `mark ${className}`, role: "button", tabindex: isFirst ? 0 : -1, "aria-label": `${title}. ${point.quote}` },
    ...(low - high > widestMark ? [svg("line", { class: "interval", x1: x, x2: x, y1: low, y2: high })] : []),
    svg("circle", { class: "target", cx: x, cy: y, r: 12 }),
    svg("path", { d: shape(x, y) }),
  );
  const tell = () => show(element, title, point.quote);
  element.addEventListener("mouseenter", tell);
  element.addEventListener("focus", tell);
  element.addEventListener("mouseleave", hide);
  element.addEventListener("blur", hide);
  element.addEventListener("click", () => open(point));
  return element;
}

/** One stop for the tab key a chart; the arrows go from mark to mark, Enter and the space bar open. */
function listen(element: SVGElement, marks: readonly SVGElement[], { hide }: Actions): void {
  element.addEventListener("keydown", (event) => {
    const { key } = event as KeyboardEvent;
    const at = marks.indexOf(document.activeElement as SVGElement);
    const next =
      key === "ArrowRight" || key === "ArrowDown"
        ? at + 1
        : key === "ArrowLeft" || key === "ArrowUp"
          ? at - 1
          : key === "Home"
            ? 0
            : key === "End"
              ? marks.length - 1
              : undefined;
    if (key === "Enter" || key === " ") marks[at]?.dispatchEvent(new MouseEvent("click"));
    else if (key === "Escape") hide();
    else if (next === undefined) return;
    else if (marks[next]) {
      for (const mark of marks) mark.setAttribute("tabindex", mark === marks[next] ? "0" : "-1");
      (marks[next] as SVGElement).focus();
    }
    event.preventDefault();
  });
}

function picture(chart: Chart, rows: readonly Row[], name: string, hues: Hues, actions: Actions): SVGElement {
  const marks = rows.map((row, index) => markOf(row, index === 0, actions));
  const element = svg(
    "svg",
    {
      viewBox: `0 0 ${chart.width} ${height}`,
      width: chart.width,
      height,
      role: "group",
      "aria-label": `Chart of ${name}: ${rows.length} figures. The arrow keys go through them, Enter opens one.`,
    },
    ...chart.values.flatMap(({ at, label: text }) => [
      svg("line", { class: "grid", x1: chart.left, x2: chart.right, y1: at, y2: at }),
      label("value", chart.left - 8, at + 4, text),
    ]),
    ...chart.days.map(({ at, label: text }) => label("day", at, height - 10, text)),
    ...chart.draft.map(({ y, point }) => svg("line", { class: `level ${point.standing}`, x1: chart.left, x2: chart.right, y1: y, y2: y })),
    ...chart.lines.map(({ name: line, marks: told }) => svg("polyline", { class: hueOf(hues, line), points: told.map(({ x, y }) => `${x},${y}`).join(" ") })),
    ...labelsOf(chart).map(({ x, y, text }) => label("count", x, y, text)),
    ...marks,
  );
  listen(element, marks, actions);
  return element;
}

function tableOf(name: string, rows: readonly Row[], { open }: Actions): HTMLElement {
  const row = ({ mark: { point }, title, isDraft }: Row): HTMLElement => {
    const button = html("button", { "aria-label": `Open ${title}` }, point.text);
    button.addEventListener("click", () => open(point));
    const source = "source" in point ? String(point.source) : "";
    return html(
      "tr",
      isDraft ? { class: "draft" } : {},
      html("td", {}, longDay(point.day)),
      html("td", {}, button),
      html("td", {}, isDraft ? "this draft" : source),
      html("td", {}, point.quote),
    );
  };
  const head = html("tr", {}, ...["Day", "Figure", "Source", "Sentence"].map((text) => html("th", { scope: "col" }, text)));
  return html(
    "details",
    {},
    html("summary", {}, "As a table"),
    html("table", { "aria-label": name }, html("thead", {}, head), html("tbody", {}, ...rows.map(row))),
  );
}

/** What the marks mean; of the draft's, how it stands to the sources. */
function legendOf(subject: StorySubject, hues: Hues): HTMLElement {
  const entry = (className: string, shape: Row["shape"], text: string) =>
    html("li", { class: className }, svg("svg", { class: "swatch", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: shape(8, 8) })), text);
  const told = subject.lines.map(({ name }) => entry(hueOf(hues, name), shapeOf(indexOf(hues, name)), name));
  const stated = [...new Set(subject.draft.map(({ standing }) => standing))];
  return html("ul", { class: "legend" }, ...told, ...stated.map((standing) => entry(`draft ${standing}`, draftShape, `this draft: ${standings[standing]}`)));
}

/** `width` is that of the picture, in CSS pixels. */
export function subjectOf(subject: StorySubject, width: number, hues: Hues, actions: Actions): HTMLElement {
  const chart = chartOf(subject, width);
  const rows = rowsOf(chart, subject, hues);
  return html(
    "section",
    {},
    html("h2", {}, subject.name),
    picture(chart, rows, subject.name, hues, actions),
    legendOf(subject, hues),
    tableOf(subject.name, rows, actions),
  );
}
