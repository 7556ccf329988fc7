// Tools for the language models of the editor's chat, where it has any: they answer from the sources instead of guessing.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { DraftAnswerRequest, FigureAnswerRequest } from "../server/lsp/protocol.ts";

/** What of the API is used here: it came with VS Code 1.95. */
interface ModelTools {
  readonly lm?: {
    readonly registerTool?: (name: string, tool: { readonly invoke: (options: { readonly input: Input }) => Promise<unknown> }) => vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

interface Input {
  /** A path in the open folder; without one the active editor's document. */
  readonly path?: string;
  readonly statement?: string;
  readonly day?: string;
}

function uriOf(path: string | undefined): vscode.Uri | undefined {
  if (path === undefined) return vscode.window.activeTextEditor?.document.uri;
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return vscode.Uri.parse(path);
  if (/^(\/|[a-z]:[\\/])/i.test(path)) return vscode.Uri.file(path);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, path);
}

export function registerModelTools(client: BaseLanguageClient): vscode.Disposable {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as ModelTools;
  const register = lm?.registerTool;
  if (!register || !Result || !Text) return vscode.Disposable.from();
  const tool = (name: string, answer: (input: Input) => Promise<string>) =>
    register.call(lm, name, { invoke: async ({ input }) => new Result([new Text(await answer(input))]) });
  const uriIn = ({ path }: Input) => {
    const uri = uriOf(path);
    return uri && client.code2ProtocolConverter.asUri(uri);
  };
  return vscode.Disposable.from(
    tool("copydesk_check_draft", async (input) => {
      const uri = uriIn(input);
      const answer = uri && (await client.sendRequest(DraftAnswerRequest, { uri }));
      return answer || "This is no draft that Copydesk checks: name a draft of a folder with sources.";
    }),
    tool("copydesk_find_sources", async (input) => {
      const uri = uriIn(input);
      const { statement = "", day } = input;
      const answer = await client.sendRequest(FigureAnswerRequest, { statement, ...(day && { day }), ...(uri && { uri }) });
      return answer ?? "There are no sources here.";
    }),
  );
}
