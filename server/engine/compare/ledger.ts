import { type Claim, casualtyRoles, type Group, type Role } from "../claims/claim.ts";
import { originalsIn } from "../corpus/copies.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import type { Desk } from "./desk.ts";
import type { Judgement } from "./judgement.ts";

/** A toll as one article, or the draft, gives it. */
export interface LedgerEntry {
  readonly claim: Claim;
  /** Absent for the draft's own. */
  readonly source?: Source;
  /** Who prints the same text, which counts once. */
  readonly copies?: readonly Source[];
  /** The ISO day for which it holds; absent where that is unknown. */
  readonly day?: string;
  /** For the draft's: how it stands to the sources. */
  readonly judgement?: Judgement;
  /** It belongs to the days in which the story is told, not to some earlier event. */
  readonly current: boolean;
}

/** What is counted the same way: the timeline of one toll. */
export interface LedgerSeries {
  readonly role: Role;
  readonly group: Group;
  readonly place?: string;
  readonly speaker?: string;
  /** By day, unknown days first; the draft's last on its day. */
  readonly entries: readonly LedgerEntry[];
}

/** Roles in the order of a report; people rescued stand beside the missing. */
const roles: readonly Role[] = ["killed", "injured", "critical", "hospitalised", "missing", "held", "displaced", "rescued"];
/** Levels stand in a ledger; changes and rests do not. */
const levels: ReadonlySet<Claim["kind"]> = new Set(["total", "incident", "part", "earlier"]);
/** An event is told for about a month. */
const daysOfStory = 31;

/** All tolls of the story by role, group, place and speaker, and where a draft stands on each. */
export function ledgerOf(corpus: Corpus, draft?: Pick<Desk, "draft" | "judgements">): readonly LedgerSeries[] {
  const newest = corpus.sources.reduce<string | undefined>((day, { date }) => (date && (!day || date > day) ? date : day), undefined);
  const told = corpus.sources.flatMap((source) => source.claims.filter(belongs).map((claim) => entryOf(claim, source.date, newest, source)));
  const wholes = placesOfWholes(told);
  const keyOf = ({ role, group, place, attribution }: Claim): string =>
    [role, groupKey(group), wholes.has(placeKey(place)) ? "" : placeKey(place), attribution?.speaker.name.toLowerCase() ?? ""].join("\n");
  const series = new Map<string, { head: Claim; entries: LedgerEntry[] }>();
  const put = (key: string, entry: LedgerEntry) => {
    const known = series.get(key);
    if (!known) series.set(key, { head: entry.claim, entries: [entry] });
    else if (!known.entries.some((other) => isSame(other, entry))) known.entries.push(entry);
  };
  for (const entry of told) put(keyOf(entry.claim), entry);
  for (const judgement of draft?.judgements ?? []) {
    const { claim, verdict } = judgement;
    if (!belongs(claim)) continue;
    const key = verdict && belongs(verdict.fact.claim) && verdict.fact.claim.role === claim.role ? keyOf(verdict.fact.claim) : keyOf(claim);
    put(key, { ...entryOf(claim, draft?.draft.written, newest), judgement });
  }
  return [...series.values()].map(({ head, entries }) => seriesOf(head, countedOnce(entries, originalsIn(corpus)), wholes)).toSorted(byOrder);
}

const belongs = ({ role, kind, figure }: Claim): boolean =>
  role !== undefined && (casualtyRoles.has(role) || role === "rescued") && levels.has(kind) && figure.form !== "vague";

const groupKey = (group: Group): string => [...group].sort().join(" ");
const placeKey = (place: readonly string[]): string => place[0]?.toLowerCase() ?? "";

/** "81 killed in the country" is the toll itself where the day's highest number is given without a place too: such a place parts nothing. */
function placesOfWholes(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  const key = ({ claim: { role, group }, day }: LedgerEntry) => `${role} ${groupKey(group)} ${day}`;
  const highest = new Map<string, number>();
  for (const entry of entries) highest.set(key(entry), Math.max(entry.claim.figure.value, highest.get(key(entry)) ?? 0));
  const isHighest = (entry: LedgerEntry) => entry.day !== undefined && entry.claim.kind === "total" && entry.claim.figure.value === highest.get(key(entry));
  const placeless = new Set(entries.filter((entry) => !entry.claim.place.length && isHighest(entry)).map(key));
  return new Set(
    entries.filter((entry) => entry.claim.place.length && isHighest(entry) && placeless.has(key(entry))).map(({ claim }) => placeKey(claim.place)),
  );
}

/** `written` is the day of its article, `newest` that of the latest source. */
function entryOf(claim: Claim, written: string | undefined, newest: string | undefined, source?: Source): LedgerEntry {
  const { range } = claim.asOf;
  const day = range?.to ?? written;
  const told = written ?? newest;
  const current = !range || !told || Math.abs(Date.parse(told) - Date.parse(range.from)) <= daysOfStory * 86_400_000;
  return { claim, current, ...(source && { source }), ...(day && { day }) };
}

/** A headline and its story say the same thing once. */
const isSame = (a: LedgerEntry, b: LedgerEntry): boolean =>
  a.source === b.source && a.day === b.day && a.claim.figure.value === b.claim.figure.value && a.claim.figure.hedge?.kind === b.claim.figure.hedge?.kind;

function seriesOf({ role, group, place, attribution }: Claim, entries: readonly LedgerEntry[], wholes: ReadonlySet<string>): LedgerSeries {
  return {
    role: role as Role,
    group,
    ...(place[0] && !wholes.has(placeKey(place)) && { place: place[0] }),
    ...(attribution && { speaker: attribution.speaker.name }),
    entries: entries.toSorted(
      (a, b) => order(a.day ?? "", b.day ?? "") || Number(!a.source) - Number(!b.source) || order(a.source?.id ?? "", b.source?.id ?? ""),
    ),
  };
}

/** Of one statement in copies of one text the first that was printed. */
function countedOnce(entries: readonly LedgerEntry[], originalOf: (source: Source) => Source): readonly LedgerEntry[] {
  const voices = new Map<string, Set<Source>>();
  const keyOf = ({ claim: { figure }, source }: LedgerEntry): string => (source ? `${figure.value} ${figure.hedge?.kind ?? ""} ${originalOf(source).uri}` : "");
  for (const entry of entries) if (entry.source) voices.set(keyOf(entry), (voices.get(keyOf(entry)) ?? new Set()).add(entry.source));
  return entries.flatMap((entry) => {
    if (!entry.source) return entry;
    const [first, ...copies] = [...(voices.get(keyOf(entry)) ?? [])].toSorted((a, b) => order(a.date ?? "9", b.date ?? "9") || order(a.id, b.id));
    if (entry.source !== first) return [];
    return copies.length ? { ...entry, copies } : entry;
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byOrder(a: LedgerSeries, b: LedgerSeries): number {
  return (
    roles.indexOf(a.role) - roles.indexOf(b.role) ||
    a.group.length - b.group.length ||
    order(a.group.join(" "), b.group.join(" ")) ||
    order(a.place ?? "", b.place ?? "") ||
    order(a.speaker ?? "", b.speaker ?? "")
  );
}
