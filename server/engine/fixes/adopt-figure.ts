import type { Claim } from "../claims/claim.ts";
import type { Desk } from "../compare/desk.ts";
import type { Fact } from "../compare/verdict.ts";
import type { Fix } from "../finding.ts";
import { citing } from "./cite.ts";
import { replaceFigure } from "./replace-figure.ts";

/** Puts a source's figure in the place of the draft's; a sentence that has citations cites that source too. */
export const adoptFigure = (desk: Desk, claim: Claim, { source, claim: { figure } }: Fact, change: "Change" | "Update"): Fix =>
  citing(desk, claim, source, replaceFigure(desk.draft.document, claim.figure, figure, `as in ${source.id}`, change));
