/** The library: pure functions over immutable values; no I/O, no clock. */
export { type Check, checkDraft } from "./check.ts";
export type { Claim } from "./claims/claim.ts";
export { defaultConfig, type EngineConfig } from "./config.ts";
export { type Config, parseConfig } from "./config-file.ts";
export { buildCorpus, type Corpus, unreadCorpus } from "./corpus/corpus.ts";
export { readSource } from "./corpus/read-source.ts";
export type { Problem, Source } from "./corpus/source.ts";
export type { Document, Span } from "./document/document.ts";
export { createMemory, type DraftMemory } from "./document/memory.ts";
export type { Reading } from "./extract/mentions.ts";
export { prepareCorpus } from "./prepare.ts";
export { rules } from "./rules/registry.ts";
export type { Edit, Evidence, Finding, Fix, Rule, Severity } from "./rules/rule.ts";
