/**
 * Pairs of fates of which nothing meets both, so that together they are no more than the whole: patterns over lower-case words,
 * the one anywhere behind its number, the other right behind its own. Each pair holds in both orders.
 */
export const oppositeFates: readonly (readonly [RegExp, RegExp])[] = (
  [
    [
      "shot down|brought down|knocked down|intercepted|downed|destroyed|stopped",
      "got through|came through|slipped through|made it through|broke through|went through|hit (?:its|their) targets?|reached (?:its|their) targets?",
    ],
    ["passed", "failed"],
    ["survived|rescued|saved|got out|lived", "died|killed|drowned|perished|lost their lives"],
    ["(?:voted )?(?:for|in favou?r)|backed|said yes", "(?:voted )?against(?: it)?(?= [,.;]|$)|opposed(?: it)?(?= [,.;]|$)|said no"],
    ["reopened|stayed open|remained open|still open", "closed|shut|stayed closed|stayed shut|remained closed"],
    ["accepted|approved|granted|upheld", "rejected|refused|denied|turned down|dismissed"],
    ["convicted|found guilty", "acquitted|cleared|found not guilty"],
    ["tested positive|positive", "tested negative|negative"],
    ["came back|came home|returned", "never came back|never returned|did not return|did not come back"],
  ] as const
).flatMap(([one, other]) => [patterns(one, other), patterns(other, one)]);

function patterns(first: string, second: string): readonly [RegExp, RegExp] {
  return [new RegExp(`\\b(?:${first})\\b`), new RegExp(`^(?:(?:have|had|has|were|was|are|is|been) )*(?:${second})\\b`)];
}
