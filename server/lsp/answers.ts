import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { draftAnswer } from "../engine/answers/draft-answer.ts";
import { figureAnswer } from "../engine/answers/figure-answer.ts";
import { checkDraft } from "../engine/check.ts";
import type { Guard } from "./guard.ts";
import { DraftAnswerRequest, FigureAnswerRequest, type FigureQuestion } from "./protocol.ts";
import type { FileSystem } from "./runtime.ts";
import { fileName } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** Answers what a language model asks through the client. */
export function serveAnswers(connection: Connection, documents: TextDocuments<TextDocument>, workspace: Workspace, files: FileSystem, guard: Guard): void {
  const textOf = async (uri: string): Promise<string | undefined> => {
    const open = documents.get(uri);
    if (open) return open.getText();
    const file = await files.read(uri);
    return "text" in file ? file.text : undefined;
  };
  const deskOf = async (uri: string | undefined) => {
    const text = uri === undefined ? undefined : await textOf(uri);
    return (uri !== undefined && text !== undefined && (await workspace.deskFor(uri, text))) || (await workspace.desks())[0];
  };
  connection.onRequest(
    DraftAnswerRequest.method,
    guard<{ readonly uri: string }, string | null>(DraftAnswerRequest.method, null, async ({ uri }) => {
      const text = await textOf(uri);
      const desk = text === undefined ? undefined : await workspace.deskFor(uri, text);
      return text !== undefined && desk ? draftAnswer(checkDraft(uri, text, desk.corpus, desk.project.config), fileName(uri)) : null;
    }),
  );
  connection.onRequest(
    FigureAnswerRequest.method,
    guard<FigureQuestion, string | null>(FigureAnswerRequest.method, null, async ({ statement, day, uri }) => {
      const desk = await deskOf(uri);
      return desk ? figureAnswer(statement, day, desk.corpus, desk.project.config) : null;
    }),
  );
}
