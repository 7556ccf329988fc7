/** Words that say nothing of what a sentence is about: function words, auxiliaries, reporting verbs, and the vague vocabulary of news. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the this that these those such same other another each every all any some no none not nor only own than then there here
  i me my we us our you your he him his she her it its they them their who whom whose which what when where why how
  and or but if while although though because since until after before during as at by for from in into of off on onto out over to up with without
  within about above across against along among around behind below beneath beside between beyond down near per through toward towards under upon via
  be is am are was were been being has have had having do does did done doing will would shall should can could may might must
  also again already always ever even just more most much many less least few further once still too very yet so both either neither well
  said say says saying told tell tells telling according reported report reports announced added asked put puts gave give given gives
  mr mrs ms dr new one two first last next later earlier ago now today people person
  been make made makes get got go went come came take took taken let`.split(/\s+/),
);
