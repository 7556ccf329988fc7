import type { Document } from "../document/document.ts";
import type { Speaker } from "../extract/mentions.ts";
import type { Fix } from "../finding.ts";
import { replace } from "./replace.ts";

/** Another speaker's name in this one's place; not where a clause about this one follows ("said Ada Lunde, who built it"). */
export function renameSpeaker(document: Document, speaker: Speaker, name: string): Fix | undefined {
  const next = document.prose.slice(speaker.end, speaker.end + 12);
  if (/^\s*,?\s*(?:who|whose|whom|the|a|an|his|her|its)\b/.test(next) || /^(?:he|she)$/i.test(speaker.words)) return undefined;
  const enclosed = document.text.slice(speaker.start, speaker.end).includes(",") && document.text[speaker.end] === ",";
  return replace({ start: speaker.start, end: speaker.end + (enclosed ? 1 : 0) }, name, `Give it to ${name}`);
}
