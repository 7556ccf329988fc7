/** Words that open a sentence with a capital and are no name: determiners, pronouns, prepositions, conjunctions, auxiliaries, adverbs, number words. Lower-case. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  `
  a an the this that these those some any each every either neither both all half most many much more less fewer few several such another other others no none nobody nothing no-one
  i i'm i've i'd i'll im me my mine we we're we've we'll our ours us you you're your yours he he's his him she she's her hers it it's its they they're they've their theirs them one one's
  who whom whose which what what's when where why how whether if unless because since although though while whereas whereupon as so then than thus hence therefore
  there there's here here's and but or nor yet for of in on at by to from with without within into onto out off over under up down upon above below beneath beside besides between beyond behind
  before after during through throughout across against along alongside amid amidst among amongst around about near despite except inside outside like unlike until till toward towards via per versus
  is are was were be been being am isn't aren't wasn't weren't do does did don't doesn't didn't has have had haven't hasn't hadn't can can't cannot could couldn't may might must shall should will won't would wouldn't
  not never ever always often sometimes seldom rarely usually again already also still just only even too very quite rather almost nearly roughly approximately perhaps maybe
  today yesterday tomorrow tonight now soon later earlier meanwhile afterwards afterward previously recently currently finally eventually initially originally ultimately lately
  however moreover furthermore nevertheless nonetheless otherwise instead indeed overall altogether together separately additionally similarly likewise consequently accordingly
  according asked given following including compared based once twice thrice yes no oh well please let let's come go see
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
  thousand thousands million millions billion billions dozen dozens scores twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine
  first second third fourth fifth last next former latter same
  unfortunately fortunately tragically sadly clearly apparently reportedly allegedly notably particularly especially specifically officially formally publicly privately locally nationally globally
  early far near further less least most own part parts around
  aid attention help hopes much back killings homicides robberies divers relatives rescuers rescue searchers detectives officers officials authorities police residents witnesses survivors engineers firefighters
  soldiers troops crews protesters demonstrators prosecutors investigators doctors lawyers lawmakers ministers voters workers students teachers parents children families people women men
  speaking asked asking told speaking writing responding commenting
  `
    .trim()
    .split(/\s+/),
);
