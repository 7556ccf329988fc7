import assert from "node:assert/strict";
import { readSourceFile } from "../../server/archive/read-source-file.ts";
import { buildCorpus } from "../../server/engine/corpus/corpus.ts";
import { placeInFile, type Source } from "../../server/engine/corpus/source.ts";
import { docxOf, pdfOf } from "./rewrite.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (name: string, content: string | Uint8Array) => {
  const { sources, problems } = await readSourceFile(`file:///s/${name}`, typeof content === "string" ? utf8(content) : content);
  return { sources, problems: problems.map(({ message }) => message) };
};
const only = async (name: string, content: string | Uint8Array): Promise<Source> => {
  const { sources, problems } = await read(name, content);
  assert.deepEqual([sources.length, problems], [1, []]);
  return sources[0] as Source;
};
/** The body as it was extracted. */
const bodyOf = ({ reading: { document } }: Source): readonly string[] =>
  document.text
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .trim()
    .split("\n\n");
const headOf = ({ id, title, publisher, author, date, url }: Source) => ({ id, title, publisher, author, date, url });

const page = (head: string, body: string): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const paragraphs = ["The footbridge at Marrow Lane fell into the canal on Monday, hurting 12 people.", "“We heard it go,” said Orla Finch, 41 &amp; a baker."];
const marked = paragraphs.map((text) => `<p>${text}</p>`).join("");
const shown = paragraphs.map((text) => text.replace("&amp;", "&"));

describe("saved pages", () => {
  it("takes title, publisher, author, day and address from meta elements", async () => {
    const head = `<title>Bridge falls - Canal News</title><meta property="og:title" content="Bridge falls"><meta property="og:site_name" content="Canal News">
<meta name="author" content="Ida Moss"><meta property="article:published_time" content="2031-03-04T22:10:00+01:00"><link rel="canonical" href="https://canal.example/bridge">`;
    const source = await only("bridge.html", page(head, `<article>${marked}</article>`));
    assert.deepEqual(headOf(source), {
      id: "bridge",
      title: "Bridge falls",
      publisher: "Canal News",
      author: "Ida Moss",
      date: "2031-03-04",
      url: "https://canal.example/bridge",
    });
    assert.deepEqual(bodyOf(source), shown);
  });

  it("reads the encoding that a page declares", async () => {
    const latin = Uint8Array.from(
      [...`${page('<meta charset="windows-1252">', "<article><p>The caf\u00e9 burnt down; 7 people were hurt.</p></article>")}`].map((c) => c.charCodeAt(0)),
    );
    assert.deepEqual(bodyOf(await only("cafe.htm", latin)), ["The café burnt down; 7 people were hurt."]);
  });

  it("has neither scripts, nor styles, nor navigation, nor advertisements in its text", async () => {
    const around = `<nav><ul><li><a href="/">Home</a></li></ul></nav><script>var toll = "99 dead"</script><style>p{}</style>`;
    const source = await only("a.html", page("", `${around}<article>${marked}<p>Advertisement</p></article><footer><p>© Us</p></footer>`));
    assert.deepEqual(bodyOf(source), shown);
  });

  it("takes the whole text from the page's data where the page shows only its beginning", async () => {
    const whole = Array.from({ length: 6 }, (_, index) => `Paragraph ${index + 1} of the report says that ${index + 20} people were hurt.`);
    const data = { "@type": ["ReportageNewsArticle"], headline: "Report", articleBody: whole.join("\n\n") };
    const source = await only(
      "b.html",
      page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`, `<article><p>${whole[0]}</p><p>Subscribe to read on.</p></article>`),
    );
    assert.deepEqual(bodyOf(source), whole);
  });

  it("survives markup that never ends, goes too deep or holds nothing", async () => {
    assert.deepEqual(bodyOf(await only("c.html", `<p>12 people were hurt<div><b>and <i>five`)), ["12 people were hurt", "and five"]);
    const deep = (levels: number) => read("d.html", `${"<div>".repeat(levels)}<p>Seven people died.</p>`);
    assert.deepEqual((await deep(1_000)).sources.map(bodyOf), [["Seven people died."]]);
    assert.deepEqual((await deep(1_000_000)).problems, ["goes more than 2000 elements deep: not read"]);
    assert.deepEqual(await read("e.html", page("<title>Empty</title>", "<script>1</script>")), { sources: [], problems: ["holds no text"] });
  });

  it("says in which paragraph evidence stands", async () => {
    const source = await only("f.html", page("", `<article>${marked}</article>`));
    const at = source.reading.document.text.indexOf("Orla");
    assert.equal(placeInFile(source, at), "paragraph 2");
  });
});

const ninjs = (more: object) =>
  JSON.stringify({ uri: "urn:x:canal:1", type: "text", versioncreated: "2031-03-04T10:00:00Z", headline: "Bridge falls", body_xhtml: marked, ...more });

describe("ninjs", () => {
  it("reads 1.x, 2.x and 3.x", async () => {
    const two = {
      uri: "urn:x:canal:2",
      versioncreated: "2031-03-04",
      headlines: [{ role: "main", value: "Bridge falls" }],
      bodies: [{ contenttype: "text/html", value: marked }],
      by: "Ida Moss",
    };
    const three = {
      uri: "urn:x:canal:3",
      versionCreated: "2031-03-04",
      headlines: [{ value: "Bridge falls" }],
      bodies: [{ contentType: "text/plain", value: shown.join("\n\n") }],
      by: "Ida Moss",
    };
    for (const text of [ninjs({ byline: "Ida Moss" }), JSON.stringify(two), JSON.stringify(three)]) {
      const source = await only("n.json", text);
      assert.deepEqual(
        [headOf(source), bodyOf(source)],
        [{ id: "n", title: "Bridge falls", publisher: undefined, author: "Ida Moss", date: "2031-03-04", url: undefined }, shown],
      );
    }
  });

  it("passes over pictures and other JSON, and names broken JSON", async () => {
    assert.deepEqual(await read("p.json", ninjs({ type: "picture", body_xhtml: "", description_text: "" })), { sources: [], problems: [] });
    assert.deepEqual(await read("package.json", '{"name":"x","version":"1"}'), { sources: [], problems: [] });
    const [problem] = (await read("b.json", '{"uri": "urn:x", ')).problems;
    assert.match(problem ?? "", /^is broken JSON: /);
    assert.deepEqual((await read("t.json", ninjs({ body_xhtml: "" }))).problems, ["holds no text"]);
  });

  it("puts a newer version in the place of the older, under its id too", async () => {
    const nine = await only("first.json", ninjs({ version: "9" }));
    const ten = await only("second.json", ninjs({ version: "10", body_xhtml: "<p>Now 14 people are known to be hurt.</p>" }));
    for (const order of [
      [nine, ten],
      [ten, nine],
    ]) {
      const corpus = buildCorpus(order);
      assert.deepEqual([corpus.sources.map(({ id }) => id), corpus.byId.get("first")?.id], [["second"], "second"]);
    }
  });

  it("takes a cancelled story and all its versions out of the corpus", async () => {
    const told = await only("first.json", ninjs({ version: "1" }));
    const notice = await only("kill.json", ninjs({ version: "2", pubstatus: "canceled", body_xhtml: "" }));
    const corpus = buildCorpus([told, notice]);
    assert.deepEqual([corpus.sources.length, [...corpus.withdrawn.keys()].sort()], [0, ["first", "kill"]]);
  });
});

const newsml = (
  more: string,
  body = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${marked}</body></html></inlineXML>`,
): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="3"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:CANAL"/><versionCreated>2031-03-04T10:00:00Z</versionCreated>${more}</itemMeta><contentMeta><headline>Bridge falls</headline></contentMeta><contentSet>${body}</contentSet></newsItem>`;

const nitf = (attributes = "", data = ""): string =>
  `<nitf><head><title>x</title><docdata ${attributes}><doc-id id-string="canal.1"/><date.issue norm="20310304T101500+0100"/>${data}</docdata><pubdata name="Canal News"/></head><body><body.head><hedline><hl1>Bridge falls</hl1></hedline><byline>By Ida Moss</byline></body.head><body.content><block>${marked}</block></body.content></body></nitf>`;

describe("NewsML-G2 and NITF", () => {
  it("reads an item, a message of items, and NITF alone or inside", async () => {
    assert.deepEqual(headOf(await only("i.xml", newsml(""))), {
      id: "i",
      title: "Bridge falls",
      publisher: "CANAL",
      author: undefined,
      date: "2031-03-04",
      url: undefined,
    });
    const message = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${newsml("")}${newsml("").replace("urn:x:1", "urn:x:other")}${newsml("").replace("ninat:text", "ninat:picture")}</itemSet></newsMessage>`;
    assert.deepEqual(
      (await read("m.xml", message)).sources.map(({ id }) => id),
      ["1", "other"],
    );
    const alone = await only("n.xml", `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">${nitf()}`);
    assert.deepEqual(headOf(alone), { id: "n", title: "Bridge falls", publisher: "Canal News", author: "Ida Moss", date: "2031-03-04", url: undefined });
    const inside = await only("g.xml", newsml("", `<inlineXML contenttype="application/nitf+xml">${nitf()}</inlineXML>`));
    for (const source of [alone, inside]) assert.deepEqual(bodyOf(source), shown);
  });

  it("tells embargo and withdrawal", async () => {
    assert.equal((await only("e.xml", newsml("<embargoed>2031-03-06T00:00:00Z</embargoed>"))).provenance?.embargoed, "2031-03-06T00:00:00Z");
    assert.equal((await only("w.xml", newsml('<pubStatus qcode="stat:withheld"/>'))).provenance?.withdrawn, "withheld");
    assert.equal((await only("c.xml", nitf('management-status="canceled"'))).provenance?.withdrawn, "canceled");
    assert.equal((await only("r.xml", nitf('management-status="embargoed"', '<date.release norm="20310306T000000Z"/>'))).provenance?.embargoed, "2031-03-06");
  });

  it("never reads what an entity points to, and refuses files that declare any", async () => {
    const outside = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>${nitf().replace("12 people", "&x; people")}`;
    assert.deepEqual((await read("x.xml", outside)).problems, ["declares entities: not read"]);
    assert.match(bodyOf(await only("y.xml", nitf().replace("12 people", "&x; people")))[0] ?? "", /hurting &x; people/);
  });

  it("names broken and too deep XML, and passes over other XML", async () => {
    assert.deepEqual((await read("b.xml", newsml("").slice(0, -30))).problems, ["is broken XML: <inlineXML> is not closed"]);
    assert.deepEqual((await read("d.xml", `<nitf>${"<p>".repeat(300)}${"</p>".repeat(300)}</nitf>`)).problems, ["goes more than 256 elements deep: not read"]);
    assert.deepEqual(await read("s.xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'), { sources: [], problems: [] });
    assert.deepEqual((await read("z.xml", "no xml at all")).problems, ["is broken XML: it has no element"]);
  });
});

describe("feeds", () => {
  const rss = `<rss version="2.0"><channel><title>Canal News</title>
<item><title>Bridge &amp; canal</title><link>https://canal.example/2031/bridge-falls.html</link><pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><description>&lt;p&gt;12 people were hurt.&lt;/p&gt;</description></item>
<item><title>Bridge &amp; canal</title><description>Another 3 people were hurt.</description></item></channel></rss>`;

  it("has a source for each entry of RSS, Atom and JSON Feed", async () => {
    const { sources } = await read("feed.rss", rss);
    assert.deepEqual(
      sources.map(({ id, uri, date, publisher }) => [id, uri, date, publisher]),
      [
        ["bridge-falls", "file:///s/feed.rss#1", "2031-03-04", "Canal News"],
        ["bridge-canal", "file:///s/feed.rss#2", undefined, "Canal News"],
      ],
    );
    assert.deepEqual(sources.map(bodyOf), [["12 people were hurt."], ["Another 3 people were hurt."]]);
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Canal</title><entry><id>t:1</id><title>Bridge</title><updated>2031-03-04T10:00:00Z</updated><author><name>Ida Moss</name></author><content type="html">&lt;p&gt;12 people were hurt.&lt;/p&gt;</content></entry></feed>`;
    assert.deepEqual(headOf(await only("a.xml", atom)), {
      id: "bridge",
      title: "Bridge",
      publisher: "Canal",
      author: "Ida Moss",
      date: "2031-03-04",
      url: undefined,
    });
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Canal",
      items: [{ id: "1", title: "Bridge", content_text: "12 people were hurt.", date_published: "2031-03-04T10:00:00Z" }],
    };
    assert.deepEqual(bodyOf(await only("f.json", JSON.stringify(json))), ["12 people were hurt."]);
  });

  it("does not take half a feed for a whole one, nor more entries than anybody reads", async () => {
    assert.deepEqual((await read("h.rss", rss.slice(0, 300))).problems, ["is broken XML: <title> is not closed"]);
    const many = `<rss version="2.0"><channel>${"<item><title>T</title><description>12 hurt.</description></item>".repeat(1_200)}</channel></rss>`;
    const { sources, problems } = await read("m.rss", many);
    assert.deepEqual([sources.length, problems], [1_000, ["holds more than 1000 entries: the rest is not read"]]);
  });
});

describe("Word, PDF and mail", () => {
  const story = {
    id: "x",
    title: "Bridge falls",
    author: "Ida Moss",
    date: "2031-03-04",
    paragraphs: Array.from(
      { length: 30 },
      (_, index) => `${shown[0]} That was report ${index + 1}, which the council had on its desk by the evening of the same day.`,
    ),
  };

  it("reads a document's text and properties, insertions and no deletions", async () => {
    const source = await only("d.docx", docxOf(story));
    assert.deepEqual(
      [headOf(source), bodyOf(source)],
      [{ id: "d", title: "Bridge falls", publisher: undefined, author: "Ida Moss", date: "2031-03-04", url: undefined }, story.paragraphs],
    );
  });

  it("reads a PDF's paragraphs, without running heads and page numbers, and knows their pages", async () => {
    const source = await only("p.pdf", await pdfOf(story));
    assert.deepEqual(bodyOf(source), story.paragraphs);
    const last = source.reading.document.text.indexOf("report 30");
    assert.deepEqual([placeInFile(source, source.reading.document.text.indexOf("report 1,")), placeInFile(source, last)], ["page 1", "page 4"]);
  });

  it("names what is broken, and what is none", async () => {
    for (const name of ["x.pdf", "x.docx"]) {
      const { sources, problems } = await read(name, "not what its name says");
      assert.equal(sources.length, 0);
      assert.match(problems.join("|"), /^could not be read: [^\n|]+$/);
    }
    assert.deepEqual((await read("cut.pdf", (await pdfOf(story)).slice(0, 600))).sources.length, 0);
    assert.deepEqual((await read("empty.pdf", "")).problems, ["is empty: no source"]);
    assert.deepEqual((await read("blank.pdf", await pdfOf({ ...story, paragraphs: [" "] }))).sources, []);
  });

  it("reads a mail's subject, sender, day and text", async () => {
    const mail = `From: =?utf-8?Q?Council_press_office?= <press@council.example>\r\nSubject: Fwd: Bridge falls\r\nDate: Tue, 4 Mar 2031 18:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nTwelve people were hurt, =E2=80=9Cnone badly=E2=80=9D.\r\n\r\nThe canal is closed.\r\n-- \r\nPress office\r\n+44 20 7946 0000\r\n`;
    const source = await only("m.eml", mail);
    assert.deepEqual(headOf(source), {
      id: "m",
      title: "Bridge falls",
      publisher: "Council press office",
      author: undefined,
      date: "2031-03-04",
      url: undefined,
    });
    assert.deepEqual(bodyOf(source), ["Twelve people were hurt, “none badly”.", "The canal is closed."]);
  });
});
