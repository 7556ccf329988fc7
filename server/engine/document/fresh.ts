/**
 * A value that its maker may still change, before anybody else has it. For what is made very often: a literal that spreads a value and
 * overrides some of it, or spreads what may be absent, takes many times as long as a copy that is changed.
 */
export type Fresh<T> = { -readonly [K in keyof T]: T[K] };
