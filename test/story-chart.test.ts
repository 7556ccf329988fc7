// The numbers behind the Story panel's charts, and the order of the Sources view.
import assert from "node:assert/strict";
import fc from "fast-check";
import { daysOf } from "../client/sources/tree.ts";
import { type Chart, chartOf, height } from "../client/story/chart.ts";
import { labelsOf } from "../client/story/labels.ts";
import type { SourceSummary, StorySubject } from "../server/lsp/protocol.ts";

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const point = (day: string, value: number, ends: { low?: number; high?: number } = { low: value, high: value }) => ({
  day,
  value,
  ...ends,
  text: `${value} people`,
  quote: "",
  uri: "file:///a.md",
  range,
  source: "a",
});
const width = 640;
const subject = (points: readonly ReturnType<typeof point>[], draft: StorySubject["draft"] = []): StorySubject => ({
  name: "killed",
  isToll: true,
  lines: [{ name: "Wire", points }],
  draft,
});

describe("a chart of the story", () => {
  it("goes from the first day to the last, and upwards from nothing", () => {
    const chart = chartOf(subject([point("2031-05-12", 9), point("2031-05-13", 14), point("2031-05-14", 17)]), width, "en");
    const [a, b, c] = chart.lines[0]?.marks ?? [];
    assert.ok(a && b && c && a.x < b.x && b.x < c.x && a.y > b.y && b.y > c.y);
    assert.equal(b.x - a.x, c.x - b.x);
    assert.deepEqual(chart.values[0]?.label, "0");
    assert.deepEqual(
      chart.days.map(({ label }) => label),
      ["May 12", "May 13", "May 14"],
    );
  });

  it("shows close values apart: the axis need not begin with nothing", () => {
    const { values } = chartOf(subject([point("2031-05-12", 3758), point("2031-05-13", 3785)]), width, "en");
    assert.notEqual(values[0]?.label, "0");
  });

  it("draws the interval of a hedge, an open end a little beyond the mark", () => {
    const [mark] = chartOf(subject([point("2031-05-12", 9, { low: 9 }), point("2031-05-14", 20)]), width).lines[0]?.marks ?? [];
    assert.ok(mark && mark.low === mark.y && mark.high < mark.y);
  });

  it("puts what says the same for the same day side by side", () => {
    const { lines, draft } = chartOf(subject([point("2031-05-12", 9)], [{ ...point("2031-05-12", 9), standing: "supported" }]), width);
    assert.notEqual(lines[0]?.marks[0]?.x, draft[0]?.x);
  });

  it("has room for its days and values, in a narrow panel too", () => {
    const years = subject([point("2021-01-01", 1_204_350), point("2031-12-31", 9_804_350)]);
    for (const narrow of [240, 420, 900]) {
      const { days, values, left } = chartOf(years, narrow, "en");
      const apart = days.slice(1).map(({ at }, index) => at - (days[index]?.at ?? 0));
      assert.ok(
        apart.every((gap) => gap >= 44),
        `${narrow}: ${apart}`,
      );
      assert.ok(left >= 7 * Math.max(...values.map(({ label }) => label.length)));
    }
  });

  it("writes the numbers beside their marks, the draft's first, none over another", () => {
    const told = [point("2031-05-12", 9), point("2031-05-13", 14), point("2031-05-14", 17)];
    const texts = (chart: Chart) => labelsOf(chart, "en").map(({ text }) => text);
    assert.deepEqual(texts(chartOf(subject(told, [{ ...point("2031-05-15", 14), standing: "superseded" }]), width, "en")), ["14", "17", "9", "14"]);
    const crowded = Array.from({ length: 40 }, (_, index) => point(`2031-05-${String(1 + (index % 28)).padStart(2, "0")}`, 1000 + index));
    const labels = labelsOf(chartOf(subject(crowded), 300, "en"), "en");
    assert.ok(labels.length > 1 && labels.length < 30, `${labels.length}`);
    for (const [index, a] of labels.entries())
      for (const b of labels.slice(index + 1)) assert.ok(Math.abs(a.y - b.y) >= 12 || Math.abs(a.x - b.x) >= 28, `${a.text} meets ${b.text}`);
  });

  it("keeps every mark within the picture, whatever the values", () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    const value = fc.oneof(
      fc.integer({ min: 0, max: 2_000_000_000 }),
      fc.integer({ min: -5_000, max: 10_000 }).map((n) => n / 100),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(day, value), { minLength: 1, maxLength: 12 }), (told) => {
        const chart = chartOf(subject(told.map(([on, count]) => point(on, count))), width);
        const marks = chart.lines.flatMap((line) => line.marks);
        const strays = marks.filter(({ x, y }) => !(x >= 0 && x <= width + 12 * 11 && y >= 0 && y <= height));
        return strays.length === 0 && chart.values.length <= 14 && chart.days.length <= 10 && chart.values.every(({ at }) => Number.isFinite(at));
      }),
    );
  });
});

describe("the Sources view", () => {
  const source = (id: string, date: string | undefined, publisher: string): SourceSummary => ({
    id,
    title: `Title ${id}`,
    publisher,
    ...(date && { date }),
    uri: `file:///${id}.md`,
    opens: `file:///${id}.md`,
    figures: 1,
  });
  const sources = [source("a", "2031-05-12", "Wire"), source("b", undefined, "Radio"), source("c", "2031-05-14", "Radio"), source("d", "2031-05-12", "Radio")];
  const shown = (filter: string) =>
    daysOf(sources, [{ source: "file:///c.md", drafts: ["x.md"] }], filter, () => 0).map((day) => [day.date, ...day.sources.map((one) => one.source.id)]);

  it("goes by days, newest first, undated sources last", () =>
    assert.deepEqual(shown(""), [
      ["2031-05-14", "c"],
      ["2031-05-12", "a", "d"],
      [undefined, "b"],
    ]));

  it("filters by words of title, publisher, date and key", () => {
    assert.deepEqual(shown("RADIO 05-12"), [["2031-05-12", "d"]]);
    assert.deepEqual(shown("title c"), [["2031-05-14", "c"]]);
    assert.deepEqual(shown("nowhere"), []);
  });
});
