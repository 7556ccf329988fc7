/** The format of test/rules and test/specs: a heading is a test, fenced blocks are its files, caret lines its expectations. docs/ADD-A-RULE.md shows it. */

export interface SpecFile {
  readonly name: string;
  readonly date?: string;
  readonly text: string;
}

/** What is expected in a line of the draft: a finding from one column to another (0-based, half-open), and that line after its first fix. */
export interface Expectation {
  readonly rule: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly fixed?: string;
}

export interface SpecCase {
  readonly kind: "hit" | "silent";
  readonly title: string;
  readonly sources: readonly SpecFile[];
  /** The draft without caret lines. */
  readonly draft: SpecFile;
  readonly config?: string;
  readonly expected: readonly Expectation[];
}

const caretLine = /^( *)(\^+) ([a-z]+(?:-[a-z]+)*)\s*$/;

/** Reads a specification; throws where it is not in the format, so that no case is skipped by a slip of the pen. */
export function parseSpec(markdown: string): SpecCase[] {
  const lines = markdown.split(/\r?\n/);
  const cases: SpecCase[] = [];
  let title: { kind: "hit" | "silent"; title: string; at: number } | undefined;
  let files: { info: string[]; body: string[] }[] = [];
  let open: { fence: string; info: string[]; body: string[] } | undefined;
  const close = () => {
    if (title) cases.push(caseOf(title, files));
    files = [];
  };
  for (const [index, line] of lines.entries()) {
    if (open) {
      if (line.trimEnd() === open.fence) {
        files.push(open);
        open = undefined;
      } else open.body.push(line);
      continue;
    }
    const heading = /^## (?:(hit|silent): (.+)|.*)$/.exec(line);
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(line);
    if (heading) {
      close();
      if (!heading[1] || !heading[2]) throw new Error(`line ${index + 1}: a case is headed "## hit: ..." or "## silent: ...", not "${line}"`);
      title = { kind: heading[1] as "hit" | "silent", title: heading[2].trim(), at: index + 1 };
    } else if (fence) open = { fence: fence[1] as string, info: (fence[2] ?? "").trim().split(/\s+/), body: [] };
  }
  if (open) throw new Error("a fenced block is not closed");
  close();
  return cases;
}

function caseOf({ kind, title, at }: { kind: "hit" | "silent"; title: string; at: number }, files: readonly { info: string[]; body: string[] }[]): SpecCase {
  const complain = (what: string): never => {
    throw new Error(`line ${at}, "${title}": ${what}`);
  };
  const sources: SpecFile[] = [];
  let draft: SpecFile | undefined;
  let expected: Expectation[] = [];
  let config: string | undefined;
  for (const { info, body } of files) {
    const [type, date, id] = info;
    const dated = date && date !== "-" ? { date } : {};
    if (dated.date && !/^\d{4}-\d\d-\d\d$/.test(dated.date)) complain(`"${date}" is no date`);
    if (type === "source") sources.push({ name: id ?? complain("a source needs date and id"), ...dated, text: `${body.join("\n")}\n` });
    else if (type === "config") config = body.join("\n");
    else if (type === "draft") {
      if (draft) complain("two drafts");
      const read = readExpectations(body, complain);
      draft = { name: "draft.md", ...dated, text: `${read.lines.join("\n")}\n` };
      expected = read.expected;
    } else complain(`a block is source, draft or config, not "${type}"`);
  }
  if ((kind === "hit") !== expected.length > 0) complain(kind === "hit" ? "a hit expects a finding" : "a silent case expects none");
  return { kind, title, sources, draft: draft ?? complain("no draft"), expected, ...(config !== undefined && { config }) };
}

function readExpectations(body: readonly string[], complain: (what: string) => never): { lines: string[]; expected: Expectation[] } {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  for (const line of body) {
    const caret = caretLine.exec(line);
    const last = expected.at(-1);
    if (caret) {
      const start = caret[1]?.length ?? 0;
      const end = start + (caret[2]?.length ?? 0);
      const above = lines.at(-1) ?? complain("carets without a line above");
      if (end > above.length) complain(`carets run past the end of "${above}"`);
      expected.push({ rule: caret[3] as string, line: lines.length - 1, start, end });
    } else if (/^\s*\^+/.test(line)) complain(`"${line.trim()}" names no rule`);
    else if (line.startsWith("=> ")) {
      if (!last || last.line !== lines.length - 1) complain("=> follows a caret line");
      else expected[expected.length - 1] = { ...last, fixed: line.slice(3) };
    } else lines.push(line);
  }
  return { lines, expected };
}
