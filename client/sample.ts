const article = (date: string, publisher: string, title: string, text: string): string =>
  `---\ntitle: "${title}"\npublisher: ${publisher}\ndate: ${date}\n---\n\n${text}\n`;

/** A story to try things on: invented articles of three days, and a draft with a mistake and a figure without a source. By path. */
export const sample: Readonly<Record<string, string>> = {
  "seeds/lantern-0512.md": article(
    "2031-05-12",
    "The Lantern",
    "Bridge falls at Aldermoor",
    "At least 9 people were killed and 31 injured when the Aldermoor bridge collapsed on Monday, police said. The bridge carried 18,000 vehicles a day.",
  ),
  "seeds/lantern-0513.md": article(
    "2031-05-13",
    "The Lantern",
    "Divers find more bodies at Aldermoor",
    "The number of people killed in the collapse of the Aldermoor bridge rose to 14 on Tuesday, police said. Hospitals were treating 37 injured people.",
  ),
  "seeds/county-radio-0513.md": article(
    "2031-05-13",
    "County Radio",
    "Aldermoor: hospitals count",
    "The county\u2019s hospitals said 12 people were killed when the Aldermoor bridge collapsed on Monday, and 40 injured.",
  ),
  "seeds/lantern-0514.md": article(
    "2031-05-14",
    "The Lantern",
    "Aldermoor toll reaches 17",
    "Police said 17 people were killed when the Aldermoor bridge collapsed, and 38 injured. Four cranes are lifting the wreck.",
  ),
  "draft.md": `---
title: After the fall
date: 2031-05-15
---

Police said 14 people were killed when the Aldermoor bridge collapsed.

Four cranes are lifting the wreck. The bridge carried 18,000 vehicles a day.
`,
};
