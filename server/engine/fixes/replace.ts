import type { Span } from "../document/document.ts";
import type { Fix } from "../finding.ts";

/** Puts other words in a span's place; the writer decides. */
export const replace = ({ start, end }: Span, newText: string, title = `Change to “${newText}”`): Fix => ({
  title,
  safety: "suggested",
  edits: [{ start, end, newText }],
});
