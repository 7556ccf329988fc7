import type { Span } from "../document.ts";

/** A text of which stretches are blanked or brought back, offsets unchanged: line breaks always stay. */
export interface Blanker {
  blank(span: Span): void;
  /** Shows the text's own characters. */
  keep(span: Span): void;
  /** Shows one character in place of what is written there: the `&` of `&amp;`. */
  put(at: number, character: string): void;
  prose(): string;
}

const isBreak = (character: string): boolean => character === "\n" || character === "\r";

export function blanker(text: string, visible: boolean): Blanker {
  const characters = visible ? text.split("") : text.split("").map((c) => (isBreak(c) ? c : " "));
  return {
    blank({ start, end }) {
      for (let i = start; i < end; i++) if (!isBreak(characters[i] ?? "\n")) characters[i] = " ";
    },
    keep({ start, end }) {
      for (let i = start; i < end; i++) characters[i] = text.charAt(i);
    },
    put(at, character) {
      characters[at] = character;
    },
    prose: () => characters.join(""),
  };
}
