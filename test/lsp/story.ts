// A story for protocol tests: two wires on one disaster, drafts over them, and how their findings are read.
import type { Diagnostic, Hover, MarkupContent } from "vscode-languageserver-protocol";
import type { Session } from "./session.ts";

export const monday = `---
title: Dam bursts above Tokari
publisher: Wire A
date: 2031-05-12
---
At least 83 people were killed when the Tokari dam burst on Monday, the interior ministry said.
`;
export const wednesday = `---
title: Toll of Tokari dam burst rises
publisher: Wire *A*
date: 2031-05-14
---
The Tokari dam burst has killed 121 people, the interior ministry said on Wednesday.

Some 7,400 people have fled their homes since the dam burst, the ministry said.

"We saw the water come like a wall," said the mayor, Ida Lund.
`;
export const files = { "seeds/wire-a.md": monday, "seeds/wire-b.md": wednesday };
export const header = "---\ntitle: The dam\ndate: 2031-05-15\n---\n";
export const unsourced = `${header}The mayor 🙂 waited — then some 7,400 people fled their homes.\n`;
export const hanging = `${header}The river 🙂 rose — TK said.\n`;
export const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
export const hoverText = (hover: Hover | null): string => (hover && "value" in Object(hover.contents) ? (hover.contents as MarkupContent).value : "");
export const firstFinding = async (session: Session, path: string, rule: string): Promise<Diagnostic> => {
  const { diagnostics } = await session.pushed(path, (one) => codes(one.diagnostics).includes(rule));
  return diagnostics.find(({ code }) => code === rule) as Diagnostic;
};
