import type { ReportedCoverage, ReportedDraft } from "./reported.ts";

/** The figures of several drafts together. */
export const totalOf = (drafts: readonly ReportedDraft[]): ReportedCoverage => {
  const sum = (count: (coverage: ReportedCoverage) => number) => drafts.reduce((total, { coverage }) => total + count(coverage), 0);
  return {
    read: sum(({ read }) => read),
    compared: sum(({ compared }) => compared),
    supported: sum(({ supported }) => supported),
    differing: sum(({ differing }) => differing),
    abstained: drafts.flatMap(({ coverage }) => coverage.abstained),
  };
};
