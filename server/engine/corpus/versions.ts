import type { Source } from "./source.ts";

export interface Versions {
  /** What holds: the newest version of each story, unless it is withdrawn. */
  readonly current: readonly Source[];
  /** By id and by URL. */
  readonly withdrawn: ReadonlyMap<string, Source>;
  /** Ids of older versions, with the version that took their place. */
  readonly replaced: ReadonlyMap<string, Source>;
}

/** Of each story that its publisher sent in several versions, the newest. Stories without a name of their publisher's stand for themselves. */
export function currentVersions(sources: readonly Source[]): Versions {
  const newest = new Map<string, Source>();
  for (const source of sources) {
    const guid = source.provenance?.guid;
    const known = guid === undefined ? undefined : newest.get(guid);
    if (guid !== undefined && (!known || isNewer(source, known))) newest.set(guid, source);
  }
  const current: Source[] = [];
  const withdrawn = new Map<string, Source>();
  const replaced = new Map<string, Source>();
  for (const source of sources) {
    const { guid } = source.provenance ?? {};
    const holding = (guid !== undefined && newest.get(guid)) || source;
    if (holding.provenance?.withdrawn) for (const key of [source.id, source.url]) key && withdrawn.set(key, holding);
    else if (holding === source) current.push(source);
    else if (source.id !== holding.id) replaced.set(source.id, holding);
  }
  return { current, withdrawn, replaced };
}

/** "10" is a later version than "9". Without numbers the later stamp decides, and of the same version the withdrawal. */
function isNewer(a: Source, b: Source): boolean {
  const byVersion = (a.provenance?.version ?? "").localeCompare(b.provenance?.version ?? "", "en", { numeric: true });
  const [aDay, bDay] = [a.stamped ?? "", b.stamped ?? ""];
  if (byVersion) return byVersion > 0;
  return aDay === bDay ? !!a.provenance?.withdrawn && !b.provenance?.withdrawn : aDay > bDay;
}
