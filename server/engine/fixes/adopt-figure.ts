import type { Claim } from "../claims/claim.ts";
import type { Desk } from "../compare/desk.ts";
import { wordingOf } from "../compare/evidence.ts";
import type { Fact } from "../compare/verdict.ts";
import type { Fix } from "../finding.ts";
import { citing } from "./cite.ts";
import { replaceFigure } from "./replace-figure.ts";

/** Puts a source's figure in the place of the draft's; a sentence that has citations cites that source too. */
export function adoptFigure(desk: Desk, claim: Claim, fact: Fact, change: "Change" | "Update"): Fix {
  const title = `${change} to ${wordingOf(fact)}, as in ${fact.source.id}`;
  return citing(desk, claim, fact.source, replaceFigure(desk.draft.document, claim.figure, fact.claim.figure, title));
}
