// The checks themselves: a sound page passes, and each kind of fault is found, with scripts on and off.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";

const sound = { title: "Sound page", main: "<h1>A sound page</h1><h2>Part</h2><p>Words.</p>" };
const faulty = {
  "two main headings": { page: { main: "<h1>One</h1><h1>Two</h1>" }, finds: /2 level 1 headings/ },
  "a skipped heading": { page: { main: "<h1>One</h1><h3>Three</h3>" }, finds: /heading level is skipped/ },
  "an id used twice": { page: { main: "<h1>One</h1><p id=a>a</p><p id=a>b</p>" }, finds: /id a is used twice/ },
  "no title": { page: { title: "" }, finds: /no title/ },
  "a picture without words": { page: { main: '<h1>One</h1><img src="/icon">' }, finds: /image-alt/ },
  "faint words": { page: { main: '<h1>One</h1><p><font color="#bbbbbb">Words</font></p>' }, finds: /color-contrast/ },
  "a page too wide": { page: { main: '<h1>One</h1><table width="900"><tr><td>Wide</td></tr></table>' }, finds: /scrolls sideways/ },
  "an answer without a policy": { page: { policy: "" }, finds: /no Content-Security-Policy/ },
  "a missing file": { page: { main: '<h1>One</h1><img src="/missing" alt="Missing">' }, finds: /\/missing answered 404/ },
  "a script in the page": { page: { main: "<h1>One</h1><script>1</script>" }, finds: /console says/, needsScripts: true },
  "a script that fails": { page: { main: '<h1>One</h1><script src="/broken"></script>' }, finds: /a script failed/, needsScripts: true },
};

let current = sound;
let browser;
const server = createServer((request, response) => {
  const { title, main, policy } = { ...sound, policy: "default-src 'self'", ...current };
  if (policy) response.setHeader("content-security-policy", policy);
  if (request.url === "/missing") return response.writeHead(404).end();
  if (request.url === "/icon") return response.setHeader("content-type", "image/svg+xml").end("<svg xmlns='http://www.w3.org/2000/svg'/>");
  if (request.url === "/broken") return response.setHeader("content-type", "text/javascript").end("missing();");
  response.setHeader("content-type", "text/html; charset=utf-8");
  const meta = '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon">';
  response.end(`<!doctype html><html lang="en-GB"><head><title>${title}</title>${meta}</head><body><main>${main}</main></body></html>`);
});

before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server.close();
});

async function checked(page, scripts) {
  current = page;
  const person = await visitor(browser, { base: `http://127.0.0.1:${server.address().port}`, scripts });
  try {
    await person.page.goto("/");
    await check(person, "the page");
  } finally {
    await person.context.close();
  }
}

for (const scripts of [true, false]) {
  const when = scripts ? "with scripts" : "without scripts";
  test(`a sound page passes ${when}`, () => checked(sound, scripts));
  for (const [name, { page, finds, needsScripts }] of Object.entries(faulty)) {
    if (needsScripts && !scripts) continue;
    test(`${name} is found ${when}`, () => assert.rejects(checked(page, scripts), finds));
  }
}
