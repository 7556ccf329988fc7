// The same files give the same bytes in every time zone and language: a day is the one that is written.
import assert from "node:assert/strict";
import { copydesk, folderOf, removeFolders } from "../cli-process.ts";
import { mailOf, weir, weirFiles } from "./weir.ts";

const body = weir.paragraphs.join(" ");

describe("every time zone and language", () => {
  after(removeFolders);

  it("has the same sources, findings, facts and sheets", async function () {
    this.timeout(180_000);
    const cwd = folderOf({
      ...(await weirFiles()),
      "seeds/mail.eml": mailOf("Tue, 06 May 2031 23:50:00 -0800"),
      "seeds/atom.atom": `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>V</title><entry><title>Weir</title><id>urn:1</id><updated>2031-05-06T23:30:00-05:00</updated><content type="text">${body}</content></entry></feed>`,
      "seeds/feed.json": JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "V",
        items: [{ id: "1", title: "Weir", content_text: body, date_published: "2031-05-06T00:10:00+13:00" }],
      }),
      "seeds/late.html": `<html><head><title>W</title><meta property="article:published_time" content="2031-05-06T00:10:00+13:00"></head><body><article><p>${body}</p></article></body></html>`,
      "seeds/sources.yaml": "page: { title: Weir, accessed: 2031-05-09 }\n",
      "draft.md": `---\ndate: 2031-05-07\n---\n\n${body.replace("14", "41")}\n`,
    });
    const everything = (env: Record<string, string>) =>
      [
        ["lint", "--format", "json", "draft.md"],
        ["sources", "--format", "json"],
        ["facts", "seeds"],
        ["report", "draft.md"],
      ].map((args) => copydesk(args, { cwd, env }));
    const here = everything({ TZ: "UTC", LC_ALL: "C" });
    assert.deepEqual(
      here.map(({ stderr, status }) => [stderr, status]),
      [1, 0, 0, 0].map((status) => ["", status]),
    );
    for (const env of [
      { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
      { TZ: "America/Los_Angeles", LC_ALL: "de_DE.UTF-8" },
    ])
      assert.deepEqual(everything(env), here);
    const sources = JSON.parse(here[1]?.stdout ?? "") as { id: string; date?: string; accessed?: string }[];
    assert.equal(sources.length, 12);
    for (const { id, date } of sources) assert.equal(date, "2031-05-06", id);
    assert.equal(sources.find(({ id }) => id === "page")?.accessed, "2031-05-09");
  });
});
