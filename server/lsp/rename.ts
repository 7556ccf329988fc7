import { type CancellationToken, LSPErrorCodes, type Range, ResponseError, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { sourceOf } from "../engine/corpus/corpus.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Span } from "../engine/document/document.ts";
import { readFrontMatter } from "../engine/document/front-matter.ts";
import type { Abilities } from "./abilities.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft, Drafts } from "./drafts.ts";
import type { EveryDraft } from "./every-draft.ts";
import { documentOf, isOwnText } from "./source-location.ts";

/** A source whose key is to be renamed, and where the key stands under the cursor. */
export interface Renamed {
  readonly source: Source;
  readonly span: Span;
}

/** The citation at an offset of a draft, where its key names a source; links name theirs by address. */
export function renamedAt({ check, desk }: CheckedDraft, offset: number): Renamed | undefined {
  const citation = check.desk.draft.citations.find(({ kind, keySpan: { start, end } }) => kind !== "link" && start <= offset && offset <= end);
  const source = citation && sourceOf(desk.corpus, citation.key);
  return citation && source ? { source, span: citation.keySpan } : undefined;
}

/** Fails where the key does not stand in the source's text, so that no edit of it would change the key. */
export function assertRenamable(source: Source): void {
  const { id } = source.reading.document.metadata;
  if (isOwnText(source) && (!id || id.span)) return;
  throw new ResponseError(LSPErrorCodes.RequestFailed, `“${source.id}” is the key of a bibliography or the name of a file that is no text: rename it there.`);
}

export interface PreparedRename {
  readonly range: Range;
  readonly placeholder: string;
}

const keyForm = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?~/-]*[\p{L}\p{N}_/])?$/u;

/** Renames a source's key in its metadata and in all drafts that cite it. A source without an id in its metadata gets one there. */
export async function renameKey(
  source: Source,
  key: string,
  drafts: Drafts,
  every: EveryDraft,
  convert: Converter,
  { documentChanges }: Abilities,
  token?: CancellationToken,
): Promise<WorkspaceEdit> {
  if (!keyForm.test(key)) throw new ResponseError(LSPErrorCodes.RequestFailed, `“${key}” is no citation key: letters, digits and _:.#$%&+?~/- only.`);
  assertRenamable(source);
  const files: { readonly uri: string; readonly version: number | null; readonly edits: readonly TextEdit[] }[] = [];
  for await (const { document, isOpen } of every(token)) {
    const draft = await drafts.check(document);
    if (!isOpen) drafts.forget(document.uri);
    if (!draft) continue;
    const named = (other: string) => sourceOf(draft.desk.corpus, other)?.uri === source.uri;
    const spans = draft.check.desk.draft.citations.filter((citation) => citation.kind !== "link" && named(citation.key)).map(({ keySpan }) => keySpan);
    if (!spans.length) continue;
    const other = sourceOf(draft.desk.corpus, key);
    if (other && other.uri !== source.uri)
      throw new ResponseError(LSPErrorCodes.RequestFailed, `“${key}” is the key of another source: ${other.title ?? other.uri}.`);
    const edits = unique(spans).map((span) => ({ range: convert.range(document, span), newText: key }));
    files.push({ uri: document.uri, version: isOpen ? document.version : null, edits });
  }
  files.push({ uri: source.uri, version: null, edits: [metadataEdit(source, key, convert)] });
  return documentChanges
    ? { documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits: [...edits] })) }
    : { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) };
}

function metadataEdit(source: Source, key: string, convert: Converter): TextEdit {
  const file = documentOf(source);
  const span = source.reading.document.metadata.id?.span;
  if (span) return { range: convert.range(file, span), newText: key };
  const text = file.getText();
  const opening = readFrontMatter(text).end > 1 ? text.indexOf("\n") + 1 : undefined;
  const at = opening ?? 0;
  return { range: convert.range(file, { start: at, end: at }), newText: opening === undefined ? `---\nid: ${key}\n---\n` : `id: ${key}\n` };
}

/** A footnote cited twice has its key in one place. */
const unique = (spans: readonly Span[]): readonly Span[] => [...new Map(spans.map((span) => [span.start, span])).values()];
