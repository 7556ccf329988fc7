import { escaped } from "../format/xml.ts";
import { style } from "./style.ts";

/** A page that needs nothing else: no script, no font, no picture from elsewhere. `body` is HTML. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** An address of the web as a link; anything else stays words. */
export const linked = (words: string, url: string | undefined): string =>
  url && /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}" rel="noreferrer">${escaped(words)}</a>` : escaped(words);
