// One subject of the story as a chart that a mouse, a keyboard and a screen reader can use, and as a table.
import type { StoryPoint, StorySubject } from "../../server/lsp/protocol.ts";
import { type Chart, chartOf, height, type Mark, width } from "./chart.ts";

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

const label = (className: string, x: number, y: number, text: string): SVGElement => {
  const element = svg("text", { class: className, x, y });
  element.textContent = text;
  return element;
};

/** What the reader of a chart can do. */
export interface Actions {
  readonly open: (point: StoryPoint) => void;
  readonly show: (mark: Element, title: string, quote: string) => void;
  readonly hide: () => void;
}

/** The lines' names in the order of their colours, which repeat after six. A publisher has the same colour in every chart. */
export type Hues = readonly string[];
const hueOf = (hues: Hues, name: string): string => `line hue${Math.max(0, hues.indexOf(name)) % 6}`;

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
  /** "14 people, 4 March 2031, first, Harbour News". */
  readonly title: string;
  readonly isDraft: boolean;
}

function rowsOf(chart: Chart, subject: StorySubject, hues: Hues): readonly Row[] {
  const named = subject.lines.length > 1 || subject.lines[0]?.name !== "Sources";
  const told = chart.lines.flatMap(({ name, marks }) =>
    marks.map((mark): Row => {
      const { text, day, source } = mark.point;
      return { mark, className: hueOf(hues, name), title: [text, longDay(day), source, ...(named ? [name] : [])].join(", "), isDraft: false };
    }),
  );
  const stated = chart.draft.map((mark): Row => {
    const { text, day, standing } = mark.point;
    return { mark, className: `draft ${standing}`, title: `This draft: ${text}, ${longDay(day)}, ${standings[standing]}`, isDraft: true };
  });
  return [...told, ...stated].toSorted((a, b) => a.mark.x - b.mark.x || b.mark.y - a.mark.y);
}

function markOf({ mark, className, title, isDraft }: Row, isFirst: boolean, { open, show, hide }: Actions): SVGElement {
  const { x, y, low, high, point } = mark;
  const shape = isDraft ? svg("path", { d: `M${x} ${y - 8}l8 8l-8 8l-8 -8z` }) : svg("circle", { cx: x, cy: y, r: 5 });
  const element = svg(
    "g",
    { class: `mark ${className}`, role: "button", tabindex: isFirst ? 0 : -1, "aria-label": `${title}. ${point.quote}` },
    ...(low - high > 8 ? [svg("line", { class: "interval", x1: x, x2: x, y1: low, y2: high })] : []),
    svg("circle", { class: "target", cx: x, cy: y, r: 12 }),
    shape,
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
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": `Chart of ${name}: ${rows.length} figures. The arrow keys go through them, Enter opens one.`,
    },
    ...chart.values.flatMap(({ at, label: text }) => [
      svg("line", { class: "grid", x1: 48, x2: width - 12, y1: at, y2: at }),
      label("value", 42, at + 4, text),
    ]),
    ...chart.days.map(({ at, label: text }) => label("day", at, height - 10, text)),
    ...chart.draft.map(({ y, point }) => svg("line", { class: `level ${point.standing}`, x1: 48, x2: width - 12, y1: y, y2: y })),
    ...chart.lines.map(({ name: line, marks: told }) => svg("polyline", { class: hueOf(hues, line), points: told.map(({ x, y }) => `${x},${y}`).join(" ") })),
    ...marks,
  );
  listen(element, marks, actions);
  return element;
}

function tableOf(rows: readonly Row[], { open }: Actions): HTMLElement {
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
  return html("details", {}, html("summary", {}, "As a table"), html("table", {}, html("thead", {}, head), html("tbody", {}, ...rows.map(row))));
}

export function subjectOf(subject: StorySubject, hues: Hues, actions: Actions): HTMLElement {
  const chart = chartOf(subject);
  const rows = rowsOf(chart, subject, hues);
  const swatch = (className: string, text: string) => html("li", { class: className }, text);
  const legend = [...subject.lines.map(({ name }) => swatch(hueOf(hues, name), name)), ...(subject.draft.length ? [swatch("draft", "this draft")] : [])];
  return html(
    "section",
    {},
    html("h2", {}, subject.name),
    picture(chart, rows, subject.name, hues, actions),
    html("ul", { class: "legend" }, ...legend),
    tableOf(rows, actions),
  );
}
