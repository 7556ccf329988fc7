const forms: Readonly<Record<string, string>> = {
  blow: "blow blows blew blown blowing",
  break: "break breaks broke broken breaking",
  call: "call calls called calling",
  catch: "catch catches caught catching",
  blast: "blast blasts blasted blasting",
  lift: "lift lifts lifted lifting",
  leave: "leave leaves left leaving",
  cave: "cave caves caved caving",
  come: "come comes came coming",
  enter: "enter enters entered entering",
  give: "give gives gave given giving",
  go: "go goes went gone going",
  put: "put puts putting",
  set: "set sets setting",
  step: "step steps stepped stepping",
  take: "take takes took taken taking",
  storm: "stormed storming",
  touch: "touch touches touched touching",
};

/** Verbs of more than one word, and those that are another word's twin, by the past tense of the one word that says the same of an event. */
const meanings = [
  "collapsed: give way, cave in, come down",
  "exploded: blow up, go off",
  "sank: go down, go under",
  "left: set out, set off, set sail, put to sea, take off",
  "landed: touch down, come ashore",
  "escaped: break out of",
  "fire began: catch fire",
  "launched: lift off, blast off, leave the pad",
  "began: break out, get under way",
  "effective: take effect, come into effect, go into effect, come into force, enter into force, enter force",
  "attacked: storm",
  "resigned: step down, step aside",
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
const pattern = new RegExp(`\\b(?:${[...single.keys()].join("|")})\\b`, "g");

/** The text with its phrasal verbs said in one word, so that "the stand gave way" and "the collapse of the stand" share it. */
export const withPlainVerbs = (text: string): string => text.replace(pattern, (phrase) => single.get(phrase) as string);
