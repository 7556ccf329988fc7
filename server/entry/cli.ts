#!/usr/bin/env node
import { main } from "../cli/main.ts";
import { servesThreads } from "../cli/threads.ts";

// Whoever reads the output may stop early (`copydesk lint | head`): no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.exitCode = 2;
});
process.stderr.on("error", () => {});

if (!servesThreads())
  void main(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
