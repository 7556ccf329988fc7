/**
 * All matches of a global pattern, in text order; the pattern matches no empty text. Unlike `matchAll` it takes no copy of the pattern: a copy costs as
 * much as a short search, and forgets what was compiled.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
