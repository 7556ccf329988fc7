// The rows of the Sources view.
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from "vscode";
import { revealSourceCommand } from "../../server/lsp/protocol.ts";
import { plural } from "../plural.ts";
import type { DayNode, FigureNode, Node, SourceNode } from "./tree.ts";

const warning = new ThemeIcon("warning", new ThemeColor("list.warningForeground"));

/** "20 October 2023" for an ISO day, in the reader's language. */
const longDay = (iso: string): string => new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));

function dayItem({ date, sources }: DayNode): TreeItem {
  const item = new TreeItem(date ? longDay(date) : "No date", TreeItemCollapsibleState.Expanded);
  item.id = `day ${date ?? ""}`;
  item.description = plural(sources.length, "source");
  item.contextValue = "day";
  return item;
}

function sourceItem({ source, drafts, conflicts }: SourceNode): TreeItem {
  const { id, title, publisher, date, accessed, uri, opens, figures } = source;
  const item = new TreeItem(title, figures ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  const facts = [
    publisher,
    plural(figures, "figure"),
    conflicts && plural(conflicts, "conflict"),
    drafts.length > 0 && `used by ${plural(drafts.length, "draft")}`,
  ];
  item.id = `source ${uri}`;
  item.description = facts.filter(Boolean).join(" · ");
  item.iconPath = conflicts ? warning : new ThemeIcon("book");
  item.contextValue = "source";
  item.command = { command: revealSourceCommand, title: "Open", arguments: [opens] };
  item.accessibilityInformation = { label: [title, date ? longDay(date) : "no date", item.description].join(", ") };
  const tooltip = new MarkdownString(undefined, true);
  tooltip.appendText(title).appendMarkdown(`\n\n\`[@${id}]\` · ${date ? longDay(date) : "no date"}`);
  if (publisher) tooltip.appendText(` · ${publisher}`);
  if (accessed) tooltip.appendText(` · read on ${longDay(accessed)}`);
  if (drafts.length) tooltip.appendMarkdown("\n\nUsed by:\n").appendText(drafts.map((draft) => `- ${workspace.asRelativePath(Uri.parse(draft))}`).join("\n"));
  tooltip.appendMarkdown("\n\nDrag it into a draft and hold Shift while you drop it, to cite it there.");
  item.tooltip = tooltip;
  return item;
}

function figureItem({ figure, source }: FigureNode): TreeItem {
  const item = new TreeItem(figure.text);
  const { range, quote, conflicts } = figure;
  item.id = `figure ${source.source.uri} ${range.start.line}:${range.start.character}`;
  item.description = conflicts.length ? conflicts.join("; ") : quote;
  item.iconPath = conflicts.length ? warning : new ThemeIcon("symbol-number");
  item.contextValue = "figure";
  item.command = { command: revealSourceCommand, title: "Open", arguments: [source.source.opens, range] };
  item.tooltip = [quote, ...conflicts].join("\n\n");
  item.accessibilityInformation = { label: [figure.text, ...conflicts, quote].join(", ") };
  return item;
}

export const itemOf = (node: Node): TreeItem => (node.kind === "day" ? dayItem(node) : node.kind === "source" ? sourceItem(node) : figureItem(node));
