// How well drawn things stand out from their ground, by WCAG 2.1.

export interface Drawn {
  readonly what: string;
  readonly colour: string;
  readonly ground: string;
  readonly isMark: boolean;
}

/** Runs in a webview's page: the colours of texts and marks, and of what is behind them. */
export function drawnIn(body: Element): readonly Drawn[] {
  const found: Drawn[] = [];
  // The page itself is transparent: behind it is the editor.
  const page = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background").trim();
  for (const element of body.querySelectorAll("h1, h2, p, li, summary, text, #tip strong, #tip q, .mark > path, polyline")) {
    const style = getComputedStyle(element);
    const isMark = element.matches(".mark > path, polyline");
    let ground = page;
    for (let at: Element | null = element; at && ground === page; at = at.parentElement) {
      const behind = getComputedStyle(at).backgroundColor;
      if (!behind.endsWith(", 0)")) ground = behind;
    }
    const colour = element.matches("polyline") ? style.stroke : isMark || element.matches("text") ? style.fill : style.color;
    found.push({ what: `${element.tagName} ${element.textContent?.slice(0, 30)}`, colour, ground, isMark });
  }
  return found;
}

/** Red, green and blue of `#rrggbb` or `rgb()`; what shines through is laid over the ground. */
function channels(colour: string, ground?: string): readonly number[] {
  if (colour.startsWith("#")) return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const behind = ground ? channels(ground) : [0, 0, 0];
  return [r, g, b].map((one, index) => one * alpha + (behind[index] ?? 0) * (1 - alpha));
}

function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** What has less than 4.5 : 1 (texts, 1.4.3) or 3 : 1 (marks, 1.4.11). */
export const faintOf = (drawn: readonly Drawn[]): readonly string[] =>
  drawn.flatMap(({ what, colour, ground, isMark }) => {
    const [a, b] = [luminance(channels(colour, ground)), luminance(channels(ground))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return !(ratio >= (isMark ? 3 : 4.5)) ? [`${ratio.toFixed(1)} : 1 ${what} ${colour} on ${ground}`] : [];
  });
