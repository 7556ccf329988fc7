const forms: Readonly<Record<string, string>> = {
  be: "was were been being",
  blow: "blow blows blew blown blowing",
  break: "break breaks broke broken breaking",
  call: "call calls called calling",
  catch: "catch catches caught catching",
  blast: "blast blasts blasted blasting",
  lift: "lift lifts lifted lifting",
  jump: "jump jumps jumped jumping",
  kick: "kick kicks kicked kicking",
  knock: "knocked knocking",
  lay: "laid laying",
  leave: "leave leaves left leaving",
  cave: "cave caves caved caving",
  burn: "burn burns burned burnt burning",
  bring: "bring brings brought bringing",
  come: "come comes came coming",
  down: "downs downed downing",
  enter: "enter enters entered entering",
  get: "get gets got getting",
  give: "give gives gave given giving",
  go: "go goes went gone going",
  lose: "lose loses lost losing",
  pull: "pull pulls pulled pulling",
  put: "put puts putting",
  run: "run runs ran running",
  set: "set sets setting",
  shut: "shut shuts shutting",
  sit: "sit sits sat sitting",
  stand: "stand stands stood standing",
  step: "step steps stepped stepping",
  take: "take takes took taken taking",
  storm: "stormed storming",
  tear: "tore torn tearing",
  switch: "switch switches switched switching",
  touch: "touch touches touched touching",
  try: "try tries tried trying",
  turn: "turn turns turned turning",
  walk: "walk walks walked walking",
};

/** Verbs of more than one word, and those that are another word's twin, by the past tense of the one word that says the same of an event. */
const meanings = [
  "abducted: take hostage",
  "bought: take over",
  "collapsed: give way, cave in, come down, go bust, go bankrupt",
  "deferred: put off",
  "demolished: pull down, knock down, tear down",
  "ended: come to an end",
  "exploded: blow up, go off",
  "sank: go down, go under",
  "left: set out, set off, set sail, put to sea, take off",
  "landed: touch down, come ashore",
  "escaped: break out of",
  "established: set up",
  "expired: run out",
  "fire began: catch fire",
  "burned: burn down, burn to the ground",
  "killed: lose their lives, lose his life, lose her life",
  "launched: lift off, blast off, leave the pad",
  "began: break out, get under way, kick off",
  "effective: take effect, come into effect, go into effect, come into force, enter into force, enter force",
  "attacked: storm",
  "published: come out, bring out",
  "rescued: be brought out, be pulled out, be brought out alive, be pulled out alive",
  "striked: walk out, walk off the job, go on strike, down tools, lay down tools",
  "resigned: step down, step aside, stand down",
  "stopped: turn off, switch off, shut off",
  "tested: try out",
  "met: sit down with",
  "admitted: take to hospital, take to the hospital",
  "derailed: leave the rails, leave the track, leave the tracks, jump the rails, jump the track, jump the tracks, come off the rails, come off the track, come off the tracks",
  "cancelled: call off",
  "extinguished: put out",
];

const single = new Map(
  meanings.flatMap((row) => {
    const [meaning = "", phrases = ""] = row.split(": ");
    return phrases.split(", ").flatMap((phrase) => {
      const [verb = "", ...rest] = phrase.split(" ");
      return (forms[verb] ?? verb).split(" ").map((form): [string, string] => [[form, ...rest].join(" "), meaning]);
    });
  }),
);

/** Those that may have their object inside: "found five people guilty", "called the match off". */
const separable = [
  ["find|finds|found|finding", "guilty", "convicted"],
  ["take|takes|took|taken|taking", "hostage", "abducted"],
  ["call|calls|called|calling", "off", "cancelled"],
  ["put|puts|putting", "out", "extinguished"],
  ["blow|blows|blew|blown|blowing", "up", "exploded"],
  ["pull|pulls|pulled|pulling|knock|knocks|knocked|knocking|tear|tears|tore|torn|tearing", "down", "demolished"],
].map(([verb, particle, meaning]): [RegExp, string] => [new RegExp(`\\b(?:${verb})((?: [\\p{Ll}\\d’'-]+){0,4}?) ${particle}\\b`, "gu"), `${meaning}$1`]);
const mayBeSeparated = /\b(?:guilty|hostage|off|out|up|down)\b/;

const pattern = new RegExp(`\\b(?:${[...single.keys()].join("|")})\\b`, "g");

/** The text with its phrasal verbs said in one word, so that "the stand gave way" and "the collapse of the stand" share it. */
export const withPlainVerbs = (text: string): string => {
  const plain = text.replace(pattern, (phrase) => single.get(phrase) as string);
  return mayBeSeparated.test(plain) ? separable.reduce((words, [separated, meaning]) => words.replace(separated, meaning), plain) : plain;
};
