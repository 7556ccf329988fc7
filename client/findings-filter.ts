// "Filter Findings by Rule": which of Copydesk's findings the editor shows. What is hidden is said in the status bar, so that it never looks like a clean draft.
import { commands, type Diagnostic, Disposable, type QuickPickItem, StatusBarAlignment, type Uri, window } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { plural } from "./plural.ts";

export interface FindingsFilter {
  /** Given to the client: every finding goes through it, pushed or pulled. */
  readonly middleware: Pick<Middleware, "handleDiagnostics" | "provideDiagnostics" | "provideWorkspaceDiagnostics">;
  readonly connect: (client: BaseLanguageClient) => Disposable;
}

const ruleOf = ({ code }: Diagnostic): string => String(typeof code === "object" ? code.value : (code ?? ""));

export function createFindingsFilter(): FindingsFilter {
  /** Undefined: all rules are shown. */
  let shown: ReadonlySet<string> | undefined;
  /** All findings by document, hidden ones included. */
  const all = new Map<string, readonly Diagnostic[]>();
  /** Documents that were answered under another filter: "unchanged" is no answer for them. */
  const stale = new Set<string>();
  const pushed = new Map<string, Uri>();

  const keep = (uri: string, diagnostics: readonly Diagnostic[]): Diagnostic[] => {
    all.set(uri, diagnostics);
    return diagnostics.filter((one) => !shown || shown.has(ruleOf(one)) || ruleOf(one) === "internal-error");
  };

  return {
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => {
        pushed.set(uri.toString(), uri);
        next(uri, keep(uri.toString(), diagnostics));
      },
      provideDiagnostics: async (document, previous, token, next) => {
        const uri = ("uri" in document ? document.uri : document).toString();
        const report = await next(document, stale.delete(uri) ? undefined : previous, token);
        return report && "items" in report ? { ...report, items: keep(uri, report.items) } : report;
      },
      provideWorkspaceDiagnostics: (previous, token, report, next) => {
        const fresh = previous.filter(({ uri }) => !stale.delete(uri.toString()));
        return next(fresh, token, (chunk) =>
          report(chunk && { items: chunk.items.map((one) => ("items" in one ? { ...one, items: keep(one.uri.toString(), one.items) } : one)) }),
        );
      },
    },
    connect: (client) => {
      const item = window.createStatusBarItem("copydesk.filter", StatusBarAlignment.Left, 49);
      item.name = "Copydesk: Filter";
      item.command = "copydesk.filterFindings";

      const apply = async (rules: ReadonlySet<string> | undefined): Promise<void> => {
        shown = rules;
        for (const uri of all.keys()) stale.add(uri);
        item.text = `$(filter) ${plural(rules?.size ?? 0, "rule")} shown`;
        item.tooltip = "Copydesk shows the findings of some rules only. Click to choose others.";
        if (rules) item.show();
        else item.hide();
        for (const [key, uri] of pushed) client.diagnostics?.set(uri, keep(key, all.get(key) ?? []));
        const pull = client.getFeature("textDocument/diagnostic");
        const providers = new Set(window.visibleTextEditors.flatMap(({ document }) => pull?.getProvider(document) ?? []));
        for (const { onDidChangeDiagnosticsEmitter } of providers) onDidChangeDiagnosticsEmitter.fire();
      };

      const choose = async (): Promise<void> => {
        const counts = new Map<string, number>();
        for (const diagnostics of all.values()) for (const one of diagnostics) counts.set(ruleOf(one), (counts.get(ruleOf(one)) ?? 0) + 1);
        counts.delete("internal-error");
        const rows = [...counts]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([label, count]): QuickPickItem => ({ label, description: plural(count, "finding"), picked: !shown || shown.has(label) }));
        if (!rows.length) {
          void window.showInformationMessage("Copydesk has no findings here.");
          return;
        }
        const picked = await window.showQuickPick(rows, {
          title: "Show the Findings of These Rules",
          canPickMany: true,
          placeHolder: "All or none chosen: no filter",
        });
        if (!picked) return;
        await apply(picked.length === 0 || picked.length === rows.length ? undefined : new Set(picked.map(({ label }) => label)));
        await commands.executeCommand("workbench.panel.markers.view.focus");
      };
      return Disposable.from(item, commands.registerCommand("copydesk.filterFindings", choose));
    },
  };
}
