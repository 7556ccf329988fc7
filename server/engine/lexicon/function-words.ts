const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const determiners = set(
  "the a an this that these those its his her their our my your each every some any no all both another one two three four several many most half",
);
export const possessives = set("its his her their our my your");
export const pronouns = set("he she it they we i you who which");
export const auxiliaries = set(
  "is are was were be been being am has have had do does did will would shall should can could may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot",
);
export const beForms = set("is are was were be been being am isn't aren't wasn't weren't get gets got");
/** What turns a verb after it into something other than a plain statement: "did not say", "to say", "declined to say". */
export const blockers = set(
  "to not never did does do don't doesn't didn't will would shall should can could may might must won't wouldn't can't couldn't cannot neither nor let please",
);
/** Conjunctions that open a clause of its own. */
export const clauseOpeners = set(
  "and but while whereas as though although yet or nor so because since when where after before until if unless however whether than once",
);
export const relatives = set("who which whose whom that where");
export const prepositions = set(
  "of for in at from with to on under behind by over about near against into after before during through across between among around within without inside outside above below along off up down out via",
);
/** Adverbs between a subject and its verb. */
export const midAdverbs = set(
  "also later then since already earlier only still now first previously repeatedly initially today yesterday subsequently once just long both recently again further meanwhile however himself herself itself themselves too often always tonight",
);
export const weekdays = set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun");
export const months = set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
);
/** Nouns and adverbs of time that follow a reporting verb: "said late on Monday night". */
export const timeWords = set(
  "yesterday today tonight tomorrow earlier later late early morning afternoon evening night noon midday midnight week month year day days weeks months hours hour this last previous same then afterward afterwards recently again shortly soon before after ago",
);

const lyNouns = set(
  "tally family assembly ally rally supply monopoly anomaly bully reply daily weekly monthly elderly italy july sicily bali nepali somali emily sally polly holly billy kelly",
);
/** "Initially", "bluntly": an adverb by its ending. */
export const isLyAdverb = (lower: string): boolean => lower.length > 4 && lower.endsWith("ly") && !lyNouns.has(lower);
