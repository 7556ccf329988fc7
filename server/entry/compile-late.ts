import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";

// Node 20 optimises a function once so much of its code has run, however seldom it was called. In an engine of many small functions what the compiler has seen by then is soon wrong, and half the CPU of a keystroke goes into compiling the same
// functions again. From V8 12 on calls are counted instead (3,000 by default), and the flag is gone. A flag changed in a running V8 may crash it; this one is only a number that V8 reads each time it sets a budget.
if (isMainThread && Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString("--interrupt-budget=600000");
