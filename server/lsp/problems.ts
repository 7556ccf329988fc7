import { type Connection, type Diagnostic, MessageType } from "vscode-languageserver";
import type { Problem } from "../engine/corpus/source.ts";
import { problemDiagnostic } from "./diagnostics.ts";
import { showMessage } from "./show-message.ts";
import { keyOf, pathBelow } from "./uris.ts";
import type { Desk } from "./workspace.ts";

/** Shows what is wrong with configurations and sources: on the configuration file, else once as a message; and in the log. */
export interface Problems {
  readonly show: (desk: Desk) => void;
}

/** A client that `offersSources` tells the writer itself, and better, when there are no sources at all. */
export function createProblems(connection: Connection, offersSources: boolean): Problems {
  const shown = new Map<string, string>();
  const told = new Set<string>();
  return {
    show: ({ project, problems, corpus }) => {
      const all = [...project.problems, ...problems];
      const words = all.map((problem) => wordsOf(problem, project.root));
      const state = JSON.stringify([project.configUri, corpus.sources.length, words]);
      const before = shown.get(project.root);
      if (before === state) return;
      shown.set(project.root, state);
      connection.console.info(`${keyOf(project.root).replace(/^file:\/\//, "")}: ${corpus.sources.length} sources, ${all.length} problems`);
      if (before === undefined && !all.length) return;
      for (const word of words) connection.console.warn(word);
      if (project.configUri !== undefined) {
        const uri = project.configUri;
        const diagnostics = all.map((problem, index): Diagnostic => onConfig(problem, uri, words[index] as string));
        void connection.sendDiagnostics({ uri, diagnostics });
        return;
      }
      if (offersSources && !corpus.sources.length) return;
      for (const word of words.filter((one) => !told.has(one))) {
        told.add(word);
        showMessage(connection, MessageType.Warning, `Copydesk: ${word}`);
      }
    },
  };
}

const onConfig = (problem: Problem, configUri: string, words: string): Diagnostic =>
  keyOf(problem.uri) === keyOf(configUri) ? problemDiagnostic(problem) : problemDiagnostic({ uri: configUri, message: words });

/** The problem with its file, as seen from the project. */
const wordsOf = ({ uri, line, message }: Problem, root: string): string =>
  `${pathBelow(root, uri) ?? keyOf(uri).replace(/^file:\/\//, "")}${line === undefined ? "" : `:${line}`} ${message}`;
