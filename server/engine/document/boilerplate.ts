import type { Span } from "./document.ts";
import type { OutlineBlock } from "./outline.ts";
import { linesOf } from "./prose.ts";

const labelled =
  /^(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?|share|share (?:this|on)\b[^:]{0,30}|related(?: \w+)?|more (?:from|on)\b[^:]{0,40}|source|sources|via)\s*:/i;
const invitation =
  /^(?:read (?:more|also|next)|also read|see also|follow (?:us|our)|sign up|subscribe|click here|download (?:our|the app)|join (?:our|us on)|get (?:our|the latest)|like us|©|\(c\) \d|copyright\b)/i;
const rights = /\ball rights reserved\b/i;
const buttons =
  /^(?:(?:share|tweet|print|e-?mail|comments?|advertisement|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|copy link|save|more)(?:[\s,|/·•]+|$))+$/i;
const longest = 200;
const mostLines = 12;

/**
 * Where the text ends and the page around it begins: the lines at the end of scraped text that hold tags, share buttons, invitations and rights.
 * A short last line that ends in a colon is a label of a button, in any language.
 */
export function endOfProse(prose: string, blocks: readonly OutlineBlock[]): number {
  let end = prose.length;
  let left = mostLines;
  for (const block of blocks.toReversed()) {
    if (block.kind === "footnote") continue;
    for (const line of linesOf(prose, block).toReversed()) {
      if (!prose.slice(line.start, line.end).trim()) continue;
      if (left-- === 0 || !isBoilerplate(prose, line)) return end;
      end = line.start;
    }
  }
  return prose.length;
}

function isBoilerplate(prose: string, line: Span): boolean {
  const text = prose.slice(line.start, line.end).trim();
  if (text.length > longest) return false;
  const opensLine = /(?:^|[.!?:：…"”’)\]\r\n])[ \t]*\r?\n?$/.test(prose.slice(Math.max(0, line.start - 20), line.start));
  return (opensLine && (labelled.test(text) || invitation.test(text) || buttons.test(text))) || rights.test(text) || isLabel(text);
}

/** "مشاركة :", "Compartir:", "Tags:". */
const isLabel = (text: string): boolean => text.length <= 30 && /[:：]$/.test(text) && text.split(/\s+/).length <= 4 && !/[.!?,;]/.test(text);
