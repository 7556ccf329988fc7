/**
 * Verbs that say who says so, by what may follow them:
 * `open`: a clause or a number ("confirmed that", "confirmed 12 deaths"); `clause`: a clause alone ("added that", but "added 40 jobs" is no report);
 * `tally`: a number, if the subject is one who counts ("the inquiry found 17 attacks", but "searchers found three bodies").
 */
export type ReportingKind = "open" | "clause" | "tally";

const open = `say tell report confirm announce estimate claim disclose reveal warn predict forecast project allege acknowledge admit deny promise pledge cite quote
  mention blame complain state note repeat reckon calculate declare believe think suspect expect insist suggest vow assert contend maintain fear hear accuse attribute remember demand propose recommend describe`;
const clause = `hope add explain argue conclude agree recall stress emphasise emphasize underline underscore concede caution reply respond remark observe testify write
  tweet post joke quip continue counter accept advise urge clarify lament concur reiterate retort recount swear guess signal hint imply feel shout laugh cry whisper sigh
  call charge dismiss label brand denounce condemn hail criticise criticize praise mock attack defend reject
  ask wonder plead muse object protest interject rule comment boast marvel theorise theorize speculate worry understand learn brief inform apprise notify assure remind
  answer affirm attest opine confide confess mutter murmur fume yell scream thunder snap scoff chide sneer rejoin venture intone sob growl grumble bellow chuckle gloat enthuse gush reflect implore beg aver hold`;
const tally = `count list name find show record document register log measure tally put give verify indicate identify detect place set total establish determine compute assess locate speak talk refer raise revise lower update increase cut upgrade see offer know want seek target flag highlight trim slash downgrade boost hike allow require specify stipulate`;

/** Verbs by their dictionary form. */
export const reportingVerbs: ReadonlyMap<string, ReportingKind> = new Map(
  Object.entries({ open, clause, tally }).flatMap(([kind, verbs]) => verbs.split(/\s+/).map((verb) => [verb, kind as ReportingKind])),
);

/** Past forms that are no -ed forms. */
export const irregularPasts: ReadonlyMap<string, string> = new Map([
  ["said", "say"],
  ["told", "tell"],
  ["thought", "think"],
  ["wrote", "write"],
  ["found", "find"],
  ["gave", "give"],
  ["put", "put"],
  ["set", "set"],
  ["swore", "swear"],
  ["felt", "feel"],
  ["foresaw", "foresee"],
  ["understood", "understand"],
  ["heard", "hear"],
  ["shown", "show"],
  ["given", "give"],
  ["written", "write"],
  ["learnt", "learn"],
  ["spoke", "speak"],
  ["spoken", "speak"],
  ["cut", "cut"],
  ["knew", "know"],
  ["saw", "see"],
  ["seen", "see"],
  ["forecast", "forecast"],
  ["made", "make"],
  ["let", "let"],
  ["went", "go"],
  ["sought", "seek"],
  ["pencilled", "pencil"],
  ["flagged", "flag"],
  ["held", "hold"],
  // what is "numbered at 200" or "valued at £40m" is put at so much; "number" and "value" are nouns
  ["numbered", "put"],
  ["valued", "put"],
  ["appraised", "put"],
  ["clocked", "put"],
  // "judge" and "figure" are nouns
  ["judged", "reckon"],
  ["figured", "reckon"],
]);

/** Forms that are nouns or adjectives as often: they need a subject right before them. */
export const ambiguousForms: ReadonlySet<string> = new Set(
  `charges reports claims estimates states notes names lists shows finds counts records documents registers logs measures puts gives places sets totals numbers projects forecasts posts tweets
  quotes mentions promises pledges fears repeats suspects warns comments objects protests rules hints signals worries talks answers advises urges questions demands stresses accepts
  charge report claim estimate state note name list show find count record document register log measure put give place set total number project forecast post tweet
  quote mention promise pledge fear repeat suspect comment object protest rule hint signal worry demand stress blame brief tally see talk answer trim slash boost hike hikes hope hopes`.split(
    /\s+/,
  ),
);

/** Verbs that stand before their speaker: "..., said the mayor". */
export const invertingVerbs: ReadonlySet<string> = new Set(
  `say add answer snap confess report announce explain warn recall write ask reply continue note declare insist complain joke admit shout argue tweet quip claim inform fear believe reckon estimate predict confirm reveal state rule conclude
  agree caution stress remark observe allege testify concede promise vow calculate judge charge lament recount contend assert maintain caution emphasise emphasize acknowledge disclose
  suggest forecast project counter retort respond record`.split(/\s+/),
);

/** Verbs of saying by two words: "pointed *out*", "called *for* 40 guards"; "went *on*" is one as a tag alone. */
export const phrasalReports: ReadonlyMap<string, readonly string[]> = new Map([
  ["point", ["out", "to"]],
  ["spell", ["out"]],
  ["work", ["out"]],
  ["find", ["out"]],
  ["make", ["clear", "plain", "known"]],
  ["let", ["slip"]],
  ["go", ["on"]],
  ["call", ["for"]],
  ["ask", ["for"]],
  ["press", ["for"]],
  ["push", ["for"]],
  ["appeal", ["for"]],
  ["campaign", ["for"]],
  ["plead", ["for"]],
  ["hope", ["for"]],
  ["budget", ["for"]],
  ["pencil", ["in"]],
  ["own", ["to", "up"]],
  ["confess", ["to"]],
  ["admit", ["to"]],
]);

/** Those of them that need a clause: "worked out that it makes one in 40", but "it works out at £40". */
export const clausePhrasals: ReadonlySet<string> = new Set(["work", "find"]);

/** Verbs whose object is who is told: "told *reporters* that". */
export const addressing: ReadonlySet<string> = new Set("tell warn inform apprise notify assure remind brief answer".split(" "));

/** Who is told things in public: "MPs were told". */
export const hearers: ReadonlySet<string> = new Set(
  "we court jury jurors inquest inquiry tribunal mps committee parliament hearing lawmakers senators peers councillors trial".split(" "),
);

/** What an agency does to its own number: "raised its toll to 40". */
export const revising: ReadonlySet<string> = new Set("raise revise lower update increase cut upgrade trim slash downgrade boost hike".split(" "));

/** What forecasters "see". */
export const outlooks: ReadonlySet<string> = new Set(
  "growth inflation sales profit profits demand deficit prices rate rates earnings revenue revenues output unemployment eps ebitda ebit margin margins capex spending income loss losses turnover deliveries shipments orders volumes cash".split(
    " ",
  ),
);

/** What one puts at a number: "put the toll at 40". */
export const measures: ReadonlySet<string> = new Set(
  "toll figure figures number count total estimate magnitude tally cost bill damage losses dead it list death value share rate strength depth height length width speed temperature weight size area population price distance".split(
    " ",
  ),
);
