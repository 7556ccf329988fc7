import { anniversarySlips } from "../compare/anniversary-slips.ts";
import { type ClockSlip, clockSlips } from "../compare/clock-slips.ts";
import { wordsOf } from "../compare/date-evidence.ts";
import { type ElapsedSlip, elapsedSlips } from "../compare/elapsed.ts";
import { draftEvidence } from "../compare/evidence.ts";
import { backwardSpans, futurePasts } from "../compare/order-slips.ts";
import type { DateMention, DayRange, Reading } from "../extract/mentions.ts";
import type { Fix, Report } from "../finding.ts";
import { replace } from "../fixes/replace.ts";
import { rewriteAmount, swapEnds } from "../fixes/rewrite-amount.ts";
import type { Rule } from "./rule.ts";

export const chronology: Rule = {
  id: "chronology",
  family: "date",
  severity: "warning",
  needs: "draft",
  isContradiction: true,
  yieldsTo: ["invalid-date"],
  docs: {
    summary: "An elapsed time, an order or a span of time is wrong by the draft's own dates.",
    what: "Flags “83 years ago” for 1958 in a draft of 2031, “two weeks after 7 October” on 14 November, “less than three hours later” between 7pm and midnight, “from 1988 to 1980”, and a past event dated after the draft.",
    why: "Elapsed times are copied from older stories and are wrong the day after.",
    example: "- Wrong: “the worst since August 1958, 83 years ago” (2031)\n- Right: “the worst since August 1958, 73 years ago”",
    instead: "Fair roundings are fine: “nearly a year”, “more than twelve weeks”, “a week after” for six to eight days.",
  },
  *check({ draft, ...rest }) {
    for (const slip of elapsedSlips({ draft, ...rest })) yield reportElapsed(draft, slip);
    for (const { start, end, right, date } of anniversarySlips(draft))
      yield {
        start,
        end,
        message: `From ${describe(date.range as DayRange)} to ${draft.written?.slice(0, 4)} it is ${right} year${right === 1 ? "" : "s"}.`,
        evidence: [draftEvidence(draft.document, date, `“${wordsOf(draft.document, date)}”`)],
      };
    for (const slip of clockSlips(draft)) yield reportClock(draft, slip);
    for (const span of backwardSpans(draft)) {
      yield { start: span.start, end: span.end, message: "This span ends before it begins.", fixes: fixTo(span, swapEnds(span.text)) };
    }
    for (const day of futurePasts(draft)) {
      yield { start: day.start, end: day.end, message: `${day.value} is after the day of the draft, ${draft.written}, yet this has happened.` };
    }
  },
};

const fixTo = (mention: DateMention, text: string | undefined): readonly Fix[] => (text === undefined || text === mention.text ? [] : [replace(mention, text)]);

function reportElapsed({ document }: Reading, { mention, days, right, isTurned, from, to }: ElapsedSlip): Report {
  const length = days.low === days.high ? `${days.low} day${days.low === 1 ? "" : "s"}` : `${right.amount} ${right.unit}${right.amount === 1 ? "" : "s"}`;
  const ends = [from, to].flatMap((point) => point.mention ?? []);
  return {
    start: mention.start,
    end: mention.end,
    message: isTurned
      ? `${describe(to.days)} is before ${describe(from.days)}, not after.`
      : `From ${describe(from.days)} to ${describe(to.days)} it is ${length}.`,
    evidence: ends.map((end) => draftEvidence(document, end, `“${wordsOf(document, end)}”`)),
    fixes: fixTo(mention, isTurned ? turned(mention.text) : rewriteAmount(mention, right.amount, right.unit)),
  };
}

const turns: Readonly<Record<string, string>> = { before: "after", after: "before", earlier: "later", later: "earlier" };
const turned = (text: string): string => text.replace(/\p{L}+$/u, (word) => turns[word] ?? word);

const describe = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? from : from.slice(0, 4) === to.slice(0, 4) && from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : from.slice(0, 4);

function reportClock({ document }: Reading, { mention, from, to, minutes }: ClockSlip): Report {
  const [low, high] = [Math.round(minutes.low), Math.round(minutes.high)];
  const length = low === high ? `${low} minute${low === 1 ? "" : "s"}` : `${low} to ${high} minutes`;
  return {
    start: mention.start,
    end: mention.end,
    message: `From “${wordsOf(document, from)}” to “${wordsOf(document, to)}” it is ${length}.`,
    evidence: [from, to].map((clock) => draftEvidence(document, clock, `“${wordsOf(document, clock)}”`)),
    fixes: fixTo(mention, rightLength(mention, low, high)),
  };
}

/** So many hours, rounded as the words round; or minutes, where the two times tell them exactly. */
function rightLength(mention: DateMention, low: number, high: number): string | undefined {
  const { duration } = mention;
  if (duration?.unit === "minute") return low === high && low > 0 ? rewriteAmount(mention, low, "minute") : undefined;
  const hours = (low + high) / 2 / 60;
  const amount = duration?.low === 0 ? Math.ceil(hours) : duration?.high === Number.POSITIVE_INFINITY ? Math.floor(hours) : Math.round(hours);
  return amount >= 1 ? rewriteAmount(mention, amount, "hour") : undefined;
}
