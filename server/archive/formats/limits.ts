/** What no article exceeds: files beyond it are attacks or mistakes, and would stop the desk. */
export const limits = {
  /** Elements inside each other. */
  depth: 256,
  /** The same in pages, whose authors forget to close them. */
  pageDepth: 2_000,
  /** Elements of a page; more are read without looking for the main text. */
  elements: 50_000,
  /** Articles of a feed or a message. */
  articles: 1_000,
  pages: 1_000,
  /** Files inside a Word document. */
  entries: 2_000,
  /** Bytes that a Word document unpacks to. */
  unpacked: 100 * 1024 * 1024,
} as const;
