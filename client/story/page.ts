// The Story panel's page: draws what the extension sends, and says which figure is to be opened. It loads nothing.
import type { Story, StoryPoint } from "../../server/lsp/protocol.ts";
import { plural } from "../plural.ts";
import { html, subjectOf } from "./draw.ts";

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

/** From the page to the extension. */
export type PageMessage = { readonly kind: "ready" } | { readonly kind: "open"; readonly uri: string; readonly range: StoryPoint["range"] };

const editor = acquireVsCodeApi();
const tip = html("div", { id: "tip", role: "tooltip", hidden: "" });
const main = html("main", {});

function show(mark: Element, title: string, quote: string): void {
  tip.replaceChildren(html("strong", {}, title), html("q", {}, quote));
  tip.hidden = false;
  mark.setAttribute("aria-describedby", "tip");
  const at = mark.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const below = at.bottom + 8 + height < innerHeight;
  tip.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, at.left + at.width / 2 - width / 2)) + scrollX}px`;
  tip.style.top = `${(below ? at.bottom + 8 : at.top - height - 8) + scrollY}px`;
}

const actions = {
  open: ({ uri, range }: StoryPoint) => editor.postMessage({ kind: "open", uri, range }),
  show,
  hide: () => {
    tip.hidden = true;
  },
};

let story: Story | null = null;
const widest = 900;
let drawnWidth = 0;
const widthNow = (): number => Math.max(240, Math.min(widest, main.clientWidth));

/** The same charts stay unfolded when the story is drawn anew, and the keyboard stays where it was. */
function draw(): void {
  drawnWidth = widthNow();
  const unfolded = new Set([...main.querySelectorAll("section:has(details[open]) h2")].map(({ textContent }) => textContent));
  const focused = document.activeElement?.getAttribute("aria-label");
  actions.hide();
  const hues = [...new Set(story?.subjects.flatMap(({ lines }) => lines.map(({ name }) => name)))];
  const nothing = story
    ? "No figure of this draft’s sources can be told over time yet."
    : "Open a draft: its figures, and what the sources say of them over time, are shown here.";
  main.replaceChildren(
    html("h1", {}, story?.title || "Story"),
    ...(story?.subjects.length ? [html("p", { class: "sources" }, `Told by ${plural(story.sources, "source")}`)] : []),
    ...(story?.subjects.length ? story.subjects.map((subject) => subjectOf(subject, drawnWidth, hues, actions)) : [html("p", {}, nothing)]),
  );
  for (const section of main.querySelectorAll("section")) {
    const details = section.querySelector("details");
    if (details && unfolded.has(section.querySelector("h2")?.textContent ?? "")) details.open = true;
  }
  if (focused) main.querySelector<HTMLElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
}

document.body.append(main, tip);
addEventListener("message", ({ data }: MessageEvent<Story | null>) => {
  story = data;
  draw();
});
addEventListener("resize", () => widthNow() !== drawnWidth && draw());
editor.postMessage({ kind: "ready" });
