import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import { overlaps, type Span } from "../engine/document/document.ts";
import type { Edit, Finding } from "../engine/finding.ts";
import { compatibleEdits } from "../engine/fixes/apply.ts";
import type { Abilities } from "./abilities.ts";
import type { Converter } from "./convert.ts";
import { draftDiagnostics } from "./diagnostics.ts";
import type { CheckedDraft } from "./drafts.ts";
import { workspaceEdit } from "./edits.ts";
import { ignoreEdit } from "./ignore.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.copydesk`;

/** The quick fixes of the findings in a range, and what may be fixed without asking in the whole draft. */
export function codeActions(draft: CheckedDraft, { range, context }: CodeActionParams, convert: Converter, abilities: Abilities): readonly CodeAction[] {
  const { document, findings } = draft;
  const wanted = (kind: string): boolean => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const edit = (edits: readonly Edit[]) => workspaceEdit(document, edits, convert, abilities);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const asked: Span = { start: convert.offset(document, range.start), end: convert.offset(document, range.end) };
    const diagnostics = diagnosticsByFinding(draft, convert);
    const here = findings.filter((finding) => touches(finding, asked));
    for (const finding of here) {
      const fixes = finding.fixes.map((fix, index) => ({ title: fix.title, edit: edit(fix.edits), isPreferred: index === 0 }));
      const diagnostic = diagnostics.get(finding);
      actions.push(...fixes.map((action) => ({ ...action, kind: CodeActionKind.QuickFix, ...(diagnostic && { diagnostics: [diagnostic] }) })));
    }
    for (const finding of here) {
      const diagnostic = diagnostics.get(finding);
      const ignore = ignoreEdit(draft.check.desk.draft.document, finding);
      if (!ignore) continue;
      actions.push({
        title: `Ignore here: ${finding.rule}`,
        kind: CodeActionKind.QuickFix,
        edit: edit([ignore]),
        ...(diagnostic && { diagnostics: [diagnostic] }),
      });
    }
  }
  // Offered on save and from the menu of source actions: not in the bulb of every line.
  if (context.only && wanted(fixAllKind)) {
    const edits = compatibleEdits(findings.flatMap(({ fixes }) => fixes.find(({ safety }) => safety === "safe") ?? []));
    if (edits.length) actions.push({ title: "Fix all that Copydesk can fix safely", kind: fixAllKind, edit: edit(edits) });
  }
  return actions;
}

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
