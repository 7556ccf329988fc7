import { createHash } from "node:crypto";
import { relativeUri } from "../checked.ts";
import type { ReportedDraft, ReportedFinding } from "../reported.ts";

/** What each finding of a draft is about, not where: rule, words and sentence. Stays the same when lines move; equal findings are numbered. */
export function fingerprints({ uri, findings }: ReportedDraft): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const print = printOf(uri, finding);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return `${print}:${nth}`;
  });
}

const printOf = (uri: string, { rule, text, sentence }: ReportedFinding): string =>
  createHash("sha256")
    .update([relativeUri(uri), rule, text, sentence].join("\n"))
    .digest("hex")
    .slice(0, 32);
