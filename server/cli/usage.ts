import { parseArgs } from "node:util";
import { nearest } from "../engine/nearest.ts";

/** The command line was wrong: said in one line, exit status 2. */
export class UsageError extends Error {}

/** An option, with what `--help` says about it. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  /** What its value is called: DIR, FILE, N. */
  readonly value?: string;
  readonly help: string;
}

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A command: how it is called, and what it does. */
export interface Command {
  readonly name: string;
  /** What stands after the name: `[PATHS...]`. */
  readonly operands: string;
  readonly summary: string;
  readonly details?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Exit status 0, 1 or 2. */
  readonly run: (operands: readonly string[], values: Values) => Promise<number>;
}

/** Every command has it. */
export const helpOption: Option = { type: "boolean", short: "h", help: "show this help" };

/** Splits a command's arguments. Throws a UsageError that names the nearest option. */
export function readArguments(command: Command, args: readonly string[]): { readonly operands: readonly string[]; readonly values: Values } {
  const options = { ...command.options, help: helpOption };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: parsable(options), allowPositionals: true });
    return { operands: positionals, values: values as Values };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const typed = /'(-[^' =]*)/.exec(message)?.[1];
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && typed) {
      const near = nearest(
        typed,
        Object.keys(options).map((name) => `--${name}`),
      );
      throw new UsageError(`unknown option ${typed}${near ? `: did you mean ${near}?` : ""} (see copydesk ${command.name} --help)`);
    }
    throw new UsageError(`${message.split(/\.\s|\n/)[0]} (see copydesk ${command.name} --help)`);
  }
}

/** Node takes no other keys than its own. */
const parsable = (options: Readonly<Record<string, Option>>) =>
  Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple, short }]) => [name, { type, ...(multiple && { multiple }), ...(short && { short }) }]),
  );

export const textOf = (values: Values, name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
export const textsOf = (values: Values, name: string): readonly string[] | undefined => (Array.isArray(values[name]) ? (values[name] as string[]) : undefined);

/** A command's page. */
export function helpOf({ name, operands, summary, details, options }: Command): string {
  const rows = Object.entries({ ...options, help: helpOption }).map(([option, { short, value, help }]) => [
    `${short ? `-${short}, ` : ""}--${option}${value ? ` ${value}` : ""}`,
    help,
  ]);
  return `copydesk ${name}: ${summary}

Usage: copydesk ${name} ${Object.keys(options).length ? "[OPTIONS] " : ""}${operands}
${details ? `\n${details}\n` : ""}
Options:
${table(rows)}
`;
}

/** Two columns, indented. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([left]) => left?.length ?? 0));
  return rows.map(([left, right]) => `  ${left?.padEnd(width)}  ${right}`).join("\n");
}
