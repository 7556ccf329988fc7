// What the Sources view shows, as plain data: days, their sources, the sources' figures.
import type { CitedBy, SourceFigure, SourceSummary } from "../../server/lsp/protocol.ts";

export interface FigureNode {
  readonly kind: "figure";
  readonly figure: SourceFigure;
  readonly source: SourceNode;
}

export interface SourceNode {
  readonly kind: "source";
  readonly source: SourceSummary;
  readonly drafts: readonly string[];
  readonly day: DayNode;
  /** The other sources' objections to its figures; undefined while they are not known. */
  readonly conflicts?: number;
}

export interface DayNode {
  readonly kind: "day";
  /** ISO day; undefined for the sources without one. */
  readonly date: string | undefined;
  readonly sources: readonly SourceNode[];
}

export type Node = DayNode | SourceNode | FigureNode;

const matches = ({ id, title, publisher, date }: SourceSummary, words: readonly string[]): boolean => {
  const text = [id, title, publisher, date].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The days with their sources, newest first; those without a date come last. A filter is words that a source must all have. */
export function daysOf(
  sources: readonly SourceSummary[],
  cited: readonly CitedBy[],
  filter: string,
  conflicts: (uri: string) => number | undefined,
): readonly DayNode[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const drafts = new Map(cited.map((one) => [one.source, one.drafts]));
  const byDay = new Map<string, SourceSummary[]>();
  for (const source of sources.filter((one) => matches(one, words))) byDay.set(source.date ?? "", [...(byDay.get(source.date ?? "") ?? []), source]);
  return [...byDay]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([date, found]) => {
      const day: { kind: "day"; date: string | undefined; sources: SourceNode[] } = { kind: "day", date: date || undefined, sources: [] };
      const byTitle = found.toSorted((a, b) => a.title.localeCompare(b.title) || a.id.localeCompare(b.id));
      day.sources = byTitle.map((source) => {
        const count = conflicts(source.uri);
        return { kind: "source", source, drafts: drafts.get(source.uri) ?? [], day, ...(count !== undefined && { conflicts: count }) };
      });
      return day;
    });
}
