#!/usr/bin/env node
import "./compile-late.ts";
import { main } from "../cli/main.ts";
import { servesThreads } from "../cli/threads.ts";

let unwritten = false;
// Whoever reads the output may stop early (`copydesk lint | head`): no reason to complain.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE" || unwritten) return;
  unwritten = true;
  process.exitCode = 2;
  process.stderr.write(`copydesk: the output could not be written: ${code ?? message}\n`);
});
process.stderr.on("error", () => {});

if (!servesThreads())
  void main(process.argv.slice(2)).then((status) => {
    process.exitCode = unwritten ? 2 : status;
  });
