import fc from "fast-check";

/** Property tests draw the same cases on every run, so that a failure in CI is the failure of the change; SEED=… draws others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2031) });
