// Completes copydesk.yaml where no extension for YAML does; where one is installed, it knows the schema from the manifest. The server validates the file.
import { CompletionItem, CompletionItemKind, Disposable, type ExtensionContext, extensions, languages, MarkdownString, Uri, workspace } from "vscode";
import { type Offer, offersAt, type Schema } from "./offers.ts";

/** The extension that reads `yamlValidation`. */
const yamlSupport = "redhat.vscode-yaml";

function itemOf({ kind, text, documentation, isDefault, isMap }: Offer): CompletionItem {
  const item = new CompletionItem(text, kind === "key" ? CompletionItemKind.Property : CompletionItemKind.EnumMember);
  item.documentation = new MarkdownString(documentation);
  if (isDefault) item.detail = "default";
  if (kind === "key") {
    item.insertText = isMap ? `${text}:\n  ` : `${text}: `;
    item.command = { command: "editor.action.triggerSuggest", title: "Suggest" };
  }
  return item;
}

export function completeConfiguration({ extensionUri }: ExtensionContext): Disposable {
  if (extensions.getExtension(yamlSupport)) return Disposable.from();
  let schema: Promise<Schema> | undefined;
  const load = async (): Promise<Schema> =>
    JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, "schemas/copydesk.schema.json"))));
  return languages.registerCompletionItemProvider(
    { language: "yaml", pattern: "**/copydesk.yaml" },
    {
      provideCompletionItems: async (document, { line, character }) => {
        schema ??= load();
        const lines = document
          .getText()
          .split(/\r?\n/)
          .slice(0, line + 1);
        const before = (lines.pop() ?? "").slice(0, character);
        return offersAt(await schema, lines, before).map(itemOf);
      },
    },
    " ",
  );
}
