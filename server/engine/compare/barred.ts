import { sourceOf } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import type { Desk } from "./desk.ts";

/** Why the source that a key names may not be used: its publisher withdrew it, or forbids it on the draft's day. Undefined where it may. */
export function barOf({ corpus, draft }: Desk, key: string): string | undefined {
  const withdrawn = corpus.withdrawn.get(key);
  if (withdrawn && !corpus.byId.has(key)) {
    const how = withdrawn.provenance?.withdrawn === "canceled" ? "was cancelled" : "is withheld";
    return `${nameOf(withdrawn)} ${how} by its publisher: what it says must not be used.`;
  }
  const held = sourceOf(corpus, key) ? undefined : corpus.embargoed.get(key);
  const until = held?.provenance?.embargoed;
  if (!held || !until) return undefined;
  return `${nameOf(held)} is under embargo until ${until.startsWith("9999-12-31") ? "further notice" : until}${draft.written === undefined ? ", and the draft has no date" : ""}.`;
}

const nameOf = ({ id, publisher }: Source): string => (publisher ? `“${id}” (${publisher})` : `“${id}”`);
