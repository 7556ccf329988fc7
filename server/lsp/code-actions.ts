import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import { overlaps, type Span } from "../engine/document/document.ts";
import type { Edit, Finding } from "../engine/finding.ts";
import { compatibleEdits } from "../engine/fixes/apply.ts";
import type { Abilities } from "./abilities.ts";
import { citeAllEdits } from "./cite-all.ts";
import type { Converter } from "./convert.ts";
import { draftDiagnostics } from "./diagnostics.ts";
import type { CheckedDraft } from "./drafts.ts";
import { workspaceEdit } from "./edits.ts";
import { ignoreEdit, reason } from "./ignore.ts";
import { ownSource, ownSourceEdit } from "./own-source.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.copydesk`;
export const citeAllKind = `${CodeActionKind.Source}.citeAll.copydesk`;

/** What an action will do, by the draft's findings; its edits are made when the action is shown or chosen. */
export type Deed =
  | { readonly kind: "fix"; readonly finding: number; readonly fix: number }
  | { readonly kind: "ignore" | "own-source"; readonly finding: number }
  | { readonly kind: "fix-all" }
  | { readonly kind: "cite-all" };

/** What an action carries until it is resolved: for which text it was offered. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly deed: Deed;
}

/** The quick fixes of the findings in a range, and what may be done without asking in the whole draft. */
export function codeActions(draft: CheckedDraft, { range, context }: CodeActionParams, convert: Converter, abilities: Abilities): readonly CodeAction[] {
  const { document, findings } = draft;
  const wanted = (kind: string): boolean => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const asked: Span = { start: convert.offset(document, range.start), end: convert.offset(document, range.end) };
  const actions: CodeAction[] = [];
  const offer = (action: CodeAction, deed: Deed): void => {
    const edits = editsOf(draft, deed);
    if (!edits.length) return;
    const data: ActionData = { uri: document.uri, version: document.version, deed };
    actions.push({ ...action, ...(abilities.resolveEdits ? { data } : { edit: workspaceEdit(document, edits, convert, abilities, blankOf(deed)) }) });
  };
  if (wanted(CodeActionKind.QuickFix)) {
    const diagnostics = diagnosticsByFinding(draft, convert);
    const kind = CodeActionKind.QuickFix;
    const here = [...findings.entries()].filter(([, finding]) => touches(finding, asked));
    const about = (finding: Finding) => {
      const diagnostic = diagnostics.get(finding);
      return diagnostic ? { diagnostics: [diagnostic] } : {};
    };
    for (const [index, finding] of here)
      for (const [at, fix] of finding.fixes.entries())
        offer({ title: fix.title, kind, isPreferred: at === 0, ...about(finding) }, { kind: "fix", finding: index, fix: at });
    for (const [index, finding] of here) {
      if (finding.rule === "unsourced-figure") offer({ title: "Record my own source here", kind, ...about(finding) }, { kind: "own-source", finding: index });
      offer({ title: `Ignore here: ${finding.rule}`, kind, ...about(finding) }, { kind: "ignore", finding: index });
    }
  }
  // Offered on save and from the menu of source actions: not in the bulb of every line.
  if (context.only && wanted(fixAllKind)) offer({ title: "Fix all that Copydesk can fix safely", kind: fixAllKind }, { kind: "fix-all" });
  if (context.only && wanted(citeAllKind)) offer({ title: "Cite every supported figure in this draft", kind: citeAllKind }, { kind: "cite-all" });
  return actions;
}

/** The edits of an action, made for the text that the draft has now. */
export function editsOf(draft: CheckedDraft, deed: Deed): readonly Edit[] {
  const { findings, check } = draft;
  if (deed.kind === "cite-all") return citeAllEdits(draft);
  if (deed.kind === "fix-all") return compatibleEdits(findings.flatMap(({ fixes }) => fixes.find(({ safety }) => safety === "safe") ?? []));
  const finding = findings[deed.finding];
  if (!finding) return [];
  if (deed.kind === "fix") return finding.fixes[deed.fix]?.edits ?? [];
  const { document } = check.desk.draft;
  const sentence = document.sentences.find(({ start, extent }) => start <= finding.start && finding.start < extent);
  const edit = deed.kind === "ignore" ? ignoreEdit(document, finding) : sentence && ownSourceEdit(document, sentence);
  return edit ? [edit] : [];
}

/** The words of a deed's edit that the writer replaces with her own. */
export const blankOf = ({ kind }: Deed): string | undefined => (kind === "ignore" ? reason : kind === "own-source" ? ownSource : undefined);

const touches = (finding: Span, asked: Span): boolean =>
  overlaps(finding, asked) || (asked.start === asked.end && finding.start <= asked.start && asked.start <= finding.end);

/** The diagnostics as the client knows them, by finding. */
function diagnosticsByFinding(draft: CheckedDraft, convert: Converter): ReadonlyMap<Finding, Diagnostic> {
  return new Map(
    draftDiagnostics(draft, convert).flatMap((diagnostic) => {
      const finding = draft.findings[(diagnostic.data as { readonly finding: number } | undefined)?.finding ?? -1];
      return finding ? [[finding, diagnostic] as const] : [];
    }),
  );
}
