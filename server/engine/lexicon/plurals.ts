/** Irregular plurals and nouns that name many without an s; the value is the lemma. */
const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["persons", "person"],
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["feet", "foot"],
  ["teeth", "tooth"],
  ["mice", "mouse"],
  ["wives", "wife"],
  ["lives", "life"],
  ["knives", "knife"],
  ["wolves", "wolf"],
  ["thieves", "thief"],
  ["loaves", "loaf"],
  ["halves", "half"],
  ["calves", "calf"],
  ["buses", "bus"],
  ["gases", "gas"],
  ["viruses", "virus"],
  ["campuses", "campus"],
  ["criteria", "criterion"],
  ["media", "medium"],
  ["crises", "crisis"],
  ["bases", "base"],
  ["airbases", "airbase"],
  ["movies", "movie"],
  ["series", "series"],
  ["species", "species"],
  ["aircraft", "aircraft"],
  ["spacecraft", "spacecraft"],
  ["hovercraft", "hovercraft"],
  ["sheep", "sheep"],
  ["cattle", "cattle"],
  ["fish", "fish"],
  ["deer", "deer"],
  ["police", "police"],
  ["personnel", "personnel"],
  ["staff", "staff"],
  ["crew", "crew"],
  ["infantry", "infantry"],
  ["troops", "troop"],
  ["youth", "youth"],
  ["offspring", "offspring"],
  ["headquarters", "headquarters"],
  ["works", "works"],
  ["barracks", "barracks"],
]);

/** Participles and adjectives that stand for people: "27 dead and 60 wounded". */
export const peopleAdjectives: ReadonlySet<string> = new Set(
  "dead injured wounded missing homeless displaced killed hurt hospitalised hospitalized unemployed".split(" "),
);

/** Words in -s that are no plurals. */
const noPlurals: ReadonlySet<string> = new Set(
  "is was has does its his this us as plus minus versus less across perhaps always sometimes overseas besides towards afterwards upwards says includes remains stands makes brings takes leaves means comes goes shows suggests gets gives puts needs wants costs exceeds represents constitutes compares lies sits uses news kills injures wounds hurts leads yes thus bus gas campus virus corps politics economics athletics mathematics physics diabetes measles".split(
    " ",
  ),
);

export const isPlural = (word: string): boolean =>
  irregularPlurals.has(word) ||
  /(?:men|women|people|children|folk|craft)$/.test(word) ||
  (word.length > 3 &&
    word.endsWith("s") &&
    !/(?:ss|us|'s|ous|sis|itis|nnis|lvis|iris|aris|bris|axis|penis|this)$/.test(word) &&
    !noPlurals.has(word) &&
    /^[\p{L}-]+$/u.test(word)) ||
  /^(?:mps|ceos|ngos|pcs|suvs|gps|jobs|uavs)$/.test(word);

/** The dictionary form of a noun: "families" -> "family", "firemen" -> "fireman". */
export function singular(word: string): string {
  const known = irregularPlurals.get(word);
  if (known) return known;
  if (word.includes("-")) return word.replace(/[^-]+$/, singular);
  if (/(?:men|women)$/.test(word)) return `${word.slice(0, -2)}an`;
  if (word.endsWith("people")) return `${word.slice(0, -6)}person`;
  if (word.endsWith("children")) return word.slice(0, -3);
  if (!isPlural(word) || /craft$|folk$/.test(word)) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word) || /(?:atoes|otoes|heroes|vetoes|echoes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
