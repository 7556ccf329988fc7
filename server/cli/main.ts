import { nearest } from "../engine/nearest.ts";
import { commands } from "./commands/commands.ts";
import { manual } from "./manual.ts";
import { helpOf, readArguments, table, UsageError } from "./usage.ts";
import { version } from "./version.ts";

const help = (): string => `Copydesk checks a news draft against its sources.

Usage: copydesk COMMAND [OPTIONS] [OPERANDS]

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}

copydesk COMMAND --help says more. copydesk --version prints the version.
`;

/** Runs a command line. Resolves to the exit status; whatever goes wrong is one line on stderr, and status 2. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    const message = error instanceof UsageError ? error.message : `internal error: ${error instanceof Error ? error.message : String(error)}`;
    process.stderr.write(`copydesk: ${message.replace(/\s*\n\s*/g, " ")}\n`);
    return 2;
  }
}

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError("which command? (see copydesk --help)");
  if (name === "--version" || name === "-V") return print(`${version()}\n`);
  if (name === "--help" || name === "-h" || (name === "help" && !rest.length)) return print(help());
  if (name === "help" && rest[0] === "--markdown") return print(manual());
  if (name === "help") return print(helpOf(commandOf(rest[0] as string)));
  const command = commandOf(name);
  const { operands, values } = readArguments(command, rest);
  return values.help ? print(helpOf(command)) : command.run(operands, values);
}

function commandOf(name: string) {
  const command = commands.find((known) => known.name === name);
  if (command) return command;
  const near = nearest(
    name,
    commands.map((known) => known.name),
  );
  throw new UsageError(`unknown command "${name}"${near ? `: did you mean ${near}?` : ""} (see copydesk --help)`);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
