import { lint } from "./commands/lint.ts";

export async function main(args: readonly string[]): Promise<number> {
  return lint(args.slice(1));
}
