import type { Corpus } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import { relate } from "./interval.ts";
import { type LedgerEntry, type LedgerSeries, ledgerOf } from "./ledger.ts";
import type { Fact } from "./verdict.ts";

/** Sources that give one toll differently for one day. */
export interface SourceConflict extends Pick<LedgerSeries, "role" | "group" | "place"> {
  readonly day: string;
  /** By value. */
  readonly statements: readonly Fact[];
}

/** The conflicts between the sources themselves, toll by toll and day by day. Copies of one text count once. */
export function sourceConflicts(corpus: Corpus): readonly SourceConflict[] {
  const ledger = ledgerOf(corpus);
  const highest = highestOf(ledger);
  const tolls = new Map<string, { readonly head: Omit<SourceConflict, "statements">; readonly facts: Fact[] }>();
  for (const { role, group, place, entries } of ledger) {
    for (const { source, day, claim, current } of entries) {
      if (!source || !day || !current || claim.kind !== "total") continue;
      // A toll of all people everywhere is the highest that its source gives: a lower one is of something that is not told here.
      if (!group.length && !place && claim.figure.value < (highest.get(keyOf(role, source)) ?? 0)) continue;
      const key = [role, [...group].sort().join(" "), place?.toLowerCase() ?? "", day].join("\n");
      const toll = tolls.get(key) ?? { head: { role, group, ...(place && { place }), day }, facts: [] };
      toll.facts.push({ source, claim });
      tolls.set(key, toll);
    }
  }
  return [...tolls.values()].flatMap(({ head, facts }) => {
    const opposed = facts.filter((fact) => facts.some((other) => contradict(fact, other, facts)));
    const statements = opposed.toSorted((a, b) => a.claim.figure.value - b.claim.figure.value || (a.source.id < b.source.id ? -1 : 1));
    return opposed.length ? [{ ...head, statements }] : [];
  });
}

const keyOf = (role: string, source: Source): string => `${role} ${source.uri}`;

function highestOf(ledger: readonly LedgerSeries[]): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  const note = (role: string, { source, claim, current }: LedgerEntry) => {
    if (source && current) highest.set(keyOf(role, source), Math.max(highest.get(keyOf(role, source)) ?? 0, claim.figure.value));
  };
  for (const { role, entries } of ledger) for (const entry of entries) note(role, entry);
  return highest;
}

/** Two sources contradict each other where nothing that the one says agrees with anything that the other does. */
function contradict(a: Fact, b: Fact, all: readonly Fact[]): boolean {
  if (a.source === b.source) return false;
  const said = ({ source }: Fact) => all.filter((fact) => fact.source === source);
  return said(a).every((one) => said(b).every((other) => relate(one.claim.figure, other.claim.figure) === "conflict"));
}
