import type { Speaker } from "../extract/mentions.ts";
import { editDistance, fold, skeleton } from "./spelling.ts";

const titled =
  /^(?:mr|mrs|ms|dr|sir|gen|col|maj|capt|lt|sgt|gov|sen|rep|rev|prof|president|minister|sheriff|chief|mayor|governor|senator|general|captain|judge)\.?$/i;

/** What stands behind a name: "Ana Ruiz MP", "A. Ruiz KC". */
const postnominal = /^(?:MP|MPs|MEP|MSP|MS|MLA|MLC|MHA|MNA|MPP|TD|AM|KC|QC|SC|OBE|CBE|MBE|DBE|KBE|OAM|FRS|PhD|MD|DDS|RN|Jr|Sr|Esq|II|III|IV)\.?$/;

/** A person by name; undefined for a body, a role or a pronoun that the text does not resolve: who that is cannot be told. */
function personOf(speaker: Speaker | undefined): readonly string[] | undefined {
  if (!speaker || speaker.kind === "organisation" || speaker.kind === "vague") return undefined;
  if (speaker.kind !== "person" && speaker.name === speaker.words) return undefined;
  const words = speaker.name.split(/\s+/).filter((word) => !titled.test(word) && !postnominal.test(word));
  return words.length > 0 && words.every((word) => /^\p{Lu}|^(?:al|el|von|van|der|de|del|da|di|bin|ibn|la|le)\b/u.test(word)) ? words.map(fold) : undefined;
}

/** Whether two speakers are surely two people: their surnames are no spellings of one another. */
export function areDifferent(a: Speaker | undefined, b: Speaker | undefined): boolean {
  const one = personOf(a);
  const other = personOf(b);
  if (!one || !other) return false;
  if (one.length === 1 || other.length === 1) return !one.some((word) => other.some((their) => alike(word, their)));
  return !alike(one.at(-1) as string, other.at(-1) as string);
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [skeleton(a), skeleton(b)];
  return (x === y && x.length > 1) || (a[0] === b[0] && editDistance(a, b, 2) <= (Math.min(a.length, b.length) > 5 ? 2 : 1));
}
