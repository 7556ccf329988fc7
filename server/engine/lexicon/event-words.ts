import { stem } from "../document/words.ts";

/** What happens to a place or a story: "the blast", "the vote", of which a text counts days. */
const happeningGroups = [
  "explosion blast explode exploded detonation detonate detonated",
  "earthquake quake tremor temblor",
  "fire blaze wildfire bushfire inferno burn burned burnt",
  "attack assault raid attacked assaulted raided ambush ambushed mauled",
  "airstrike strike bombing bombardment bombed bombard walkout stoppage",
  "crash collision collide collided crashed",
  "sink sank sunk sinking capsize capsized sunken wreck shipwreck",
  "begin began begun start started beginning outset outbreak commence commenced",
  "vote voted voting voter ballot election poll polls",
  "protest demonstration rally march protested rallied",
  "kill killed killing murder murdered slaying slain die died death dead perish perished",
  "shoot shot shooting gunfire",
  "riot rioted rioting",
  "stampede crush crushed trampled",
  "arrest arrested detain detained detention",
  "ceasefire truce armistice",
  "landslide mudslide rockslide avalanche",
  "flood flooding flooded inundation deluge",
  "storm hurricane cyclone typhoon",
  "derail derailed derailment",
  "collapse collapsed cave-in",
  "siege besiege besieged encirclement encircled surround surrounded",
  "resign resigned resignation resigning quit stepped",
  "announce announced announcement announcing",
  "agree agreed agreement deal accord pact",
  "hearing hear heard session meeting met meet",
  "evacuate evacuated evacuation",
  "invade invaded invasion",
  "launch launched",
  "leave left depart departed departure",
  "break broke broken",
  "find found discovery discovered located recover recovered recovery retrieve retrieved",
  "inspect inspected inspection check checked examine examined examination",
  "hold held",
  "struck hit",
  "appoint appointed appointment became become",
  "close closed closure shut shuttered closing",
  "release released free freed",
  "escape escaped flee fled breakout jailbreak",
  "sentence sentenced jail jailed imprison imprisoned",
  "visit visited tour toured",
  "bury buried burial funeral",
  "build built complete completed construct constructed construction erected",
  "fall fell plunge plunged tumble tumbled",
  "burst breach breached rupture ruptured",
  "erupt erupted eruption",
  "wed wedding marry married marriage",
  "coup overthrow overthrew overthrown topple toppled depose deposed oust ousted",
  "abduct abducted abduction kidnap kidnapped kidnapping seize seized seizure snatched capture captured overran",
  "end ended finish finished conclude concluded",
];

/** Verbs that say the same of an event, and the nouns of them; of no such thing does a text count days. */
const synonymGroups = [
  "expire expired expiry lapse lapsed",
  "ratify ratified ratification approve approved approval adopt adopted adoption pass passed passage endorse endorsed",
  "publish published publication issue issued",
  "convict convicted conviction guilty",
  "sign signed signing ink inked",
  "buy bought purchase purchased acquire acquired acquisition takeover",
  "sell sold sale",
  "warn warned warning alerted cautioned",
  "move moved transfer transferred relocate relocated",
  "fly flew flown",
  "open opened opening inaugurate inaugurated inauguration",
  "quash quashed annul annulled annulment overturn overturned void voided",
  "charge charged indict indicted indictment",
  "raise raised increase increased hike hiked",
  "lower lowered reduce reduced slash slashed",
  "arrive arrived arrival reach reached dock docked",
  "demand demanded ask asked request requested",
  "ban banned outlaw outlawed prohibit prohibited prohibition forbid forbidden barred",
  "win won beat beaten defeat defeated victory",
  "demolish demolished demolition raze razed bulldozed",
  "rescue rescued save saved",
  "suspend suspended suspension halt halted",
  "cancel cancelled canceled cancellation scrap scrapped axed",
  "postpone postponed postponement delay delayed deferred",
  "deport deported deportation expel expelled expulsion",
  "file filed lodged submit submitted",
  "extend extended extension prolong prolonged",
  "discharge discharged",
  "record recorded register registered",
  "lead led head headed",
  "install installed installation fit fitted",
  "resume resumed resumption restart restarted",
  "decide decided decision",
  "test tested",
  "adjourn adjourned adjournment",
];

/** Stems of words for one kind of happening, to the first of them: "the blast" is the explosion spoken of before, "sank" is the sinking. */
export const eventKinds: ReadonlyMap<string, string> = new Map(
  [...happeningGroups, ...synonymGroups].flatMap((group) => {
    const [first = "", ...others] = group.split(" ").map(stem);
    return [first, ...others].map((word): [string, string] => [word, first]);
  }),
);

/** The kinds that days are counted from and to: "three weeks after the vote". */
export const happeningKinds: ReadonlySet<string> = new Set(happeningGroups.map((group) => stem(group.split(" ")[0] ?? "")));

/** Words that tell one person or thing from its like: "her husband", "the deputy minister", "the secondary school". */
export const distinguishers: ReadonlySet<string> = new Set(
  "brother sister husband wife son daughter father mother deputy vice prime assistant junior senior primary secondary power".split(" ").map(stem),
);

const tellers = [
  "trial: trial verdict convict guilty sentence acquit jail",
  "death: die drown perish",
  "wedding: marry wed",
  "birth: born",
  "election: elect poll",
  "crime: murder rob",
];

/** Stems of what a happening is told by, by the stem of its name: "that trial" is the day on which five were found guilty. */
export const toldBy: ReadonlyMap<string, readonly string[]> = new Map(
  tellers.map((row): [string, readonly string[]] => {
    const [name = "", words = ""] = row.split(": ");
    return [stem(name), words.split(" ").map(stem)];
  }),
);

/** What is done to a date rather than on it: "postponed to 5 May" dates no event of its own, and may lie ahead. */
export const planningWords: ReadonlySet<string> = new Set(
  "schedule adjourn postpone delay plan expect set due extend agree approve decide order book invite promise propose cancel bring move reschedule date begin expire"
    .split(" ")
    .map(stem),
);

/** Verbs of things that have happened when they stand in the past tense. */
export const happenings: ReadonlySet<string> = new Set(
  "killed died struck hit sank crashed exploded collapsed attacked erupted opened arrived landed voted won lost resigned arrested shot stabbed fell burned burnt invaded fled seized captured rescued recovered signed met visited testified pleaded convicted acquitted evacuated injured wounded broke derailed capsized".split(
    " ",
  ),
);
