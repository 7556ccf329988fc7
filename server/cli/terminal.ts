/** Colours and messages for whoever sits at the terminal, if anyone does. */

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
export type Colour = keyof typeof codes;

/** Paints text, or returns it as it is. */
export type Paint = (colour: Colour, text: string) => string;

/** No colours. */
export const plain: Paint = (_colour, text) => text;

/** Colours only on a terminal; NO_COLOR and FORCE_COLOR are honoured (https://no-color.org). */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const wanted = NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== "0" : stream.isTTY === true && TERM !== "dumb";
  return wanted ? (colour, text) => `\u001b[${codes[colour]}m${text}\u001b[0m` : plain;
}

/** One line on stderr, on a terminal only, once the work takes over half a second. */
export function progress(): { readonly say: (text: string) => void; readonly done: () => void } {
  const started = performance.now();
  let next = started + 500;
  let shown = false;
  return {
    say: (text) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now < next) return;
      next = now + 100;
      shown = true;
      process.stderr.write(`\r\u001b[K${text}`);
    },
    done: () => {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}

/** A terminal would obey control characters that stand in a draft or a file name. */
export const harmless = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
