// Someone finds an assessment in the public register, reads it, sees what changed since the version before, and takes the list elsewhere; an
// administrator words a page that every footer leads to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { arrive, signInAs } from "./lib/people.mjs";
import { startService } from "./lib/service.mjs";

let browser;
let service;

before(async () => {
  browser = await launch();
  try {
    service = await startService();
  } catch (error) {
    await browser.close();
    throw error;
  }
});

after(async () => {
  await browser?.close();
  await service?.stop();
});

/** Opens the part of the form that narrows the register, where it is closed. */
async function narrow(page) {
  if (!(await page.getByLabel("Directorate").isVisible())) await page.getByText(/^Choose a directorate/).click();
}

for (const scripts of [true, false]) {
  test(`an assessment is found by what it says, read and compared with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const main = page.locator("main");
    await page.goto("/assessments");
    await check(person, "the register");
    await narrow(page);
    await page.getByLabel("Group of people").selectOption({ label: "Age" });
    await arrive(page, page.getByRole("button", { name: "Search" }));
    await check(person, "a search with something to put right");
    assert.match(await page.title(), /^Error: /);
    await page.getByLabel("Effect on the group").selectOption({ label: "Negative" });
    await arrive(page, page.getByRole("button", { name: "Search" }));
    await check(person, "what a search by an effect finds");
    assert.match(await main.innerText(), /Found by negative effect on “Age”/);
    await page.getByLabel("Committee").selectOption({ label: "Cabinet" });
    await page.getByLabel("Effect on the group").selectOption({ label: "Any effect" });
    await page.getByLabel("Group of people").selectOption({ label: "All groups" });
    await arrive(page, page.getByRole("button", { name: "Search" }));
    await check(person, "what a search by a committee finds");
    assert.match(await main.innerText(), /a meeting of “Cabinet”/);
    await page.getByLabel("Status").selectOption({ label: "Replaced by a later version" });
    await page.getByLabel("Committee").selectOption({ label: "All committees" });
    await arrive(page, page.getByRole("button", { name: "Search" }));
    await check(person, "the versions that were replaced");
    await arrive(page, page.locator("#results a").first());
    await check(person, "a version that was replaced");
    await arrive(page, page.getByRole("link", { name: /^Read version/ }));
    await check(person, "the version in force");
    await arrive(page, page.getByRole("link", { name: /^See what changed since version/ }));
    await check(person, "what changed between two versions");
    assert.ok((await page.locator("main ins, main del").count()) > 0, "nothing is marked as changed");
    await page.goto("/open-data");
    await check(person, "the open data with its dictionary");
    for (const path of ["/accessibility", "/privacy", "/cookies", "/contact"]) {
      await page.goto(path);
      await check(person, "a page that every footer leads to");
    }
    assert.deepEqual(await person.context.cookies(), []);
    await person.context.close();
  });

  test(`an administrator words a public page with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await signInAs(page, "Administrator", "/texts");
    await check(person, "the public pages");
    await arrive(page, page.getByRole("link", { name: /^Change the words.*Contact/ }));
    await check(person, "the words of a public page");
    const words = page.getByLabel("Words of the page");
    const before = await words.inputValue();
    await words.fill("Ring us.");
    await arrive(page, page.getByRole("button", { name: "Save and show to everyone" }));
    await check(person, "words that leave something out");
    assert.match(await page.title(), /^Error: /);
    const line = `Ring us between ${scripts ? "9 and 5" : "10 and 4"}.`;
    await page.getByLabel("Words of the page").fill(`${line}\n${before}`);
    await arrive(page, page.getByRole("button", { name: "Save and show to everyone" }));
    await check(person, "the public pages after one was changed");
    await page.goto("/contact");
    assert.ok((await page.locator("main").innerText()).includes(line));
    await page.goto("/texts/contact");
    await check(person, "the words of a public page with those before");
    await person.context.close();
  });
}

test("feeds and files are what they say, and need no cookie", async () => {
  const get = async (path) => {
    const answer = await fetch(service.base + path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("set-cookie"), null, path);
    return answer.text();
  };
  const feed = await get("/assessments.atom");
  const titles = [...feed.matchAll(/<title>(.*?)<\/title>/g)].length - 1;
  assert.ok(titles > 2, `the feed has ${titles} entries`);
  const rows = JSON.parse(await get("/open-data/assessments.json"));
  const table = await get("/open-data/assessments.csv");
  assert.ok(rows.length >= titles);
  for (const { reference } of rows) assert.ok(table.includes(reference), reference);
  const maps = [...(await get("/sitemap.xml")).matchAll(/<loc>http:\/\/[^/]+(.*?)<\/loc>/g)].map((found) => found[1]);
  const pages = [...(await get(maps[0])).matchAll(/<loc>http:\/\/[^/]+(.*?)<\/loc>/g)].map((found) => found[1]);
  for (const path of pages) await get(path);
  assert.match(await get("/robots.txt"), /Disallow: \/$/m);
  assert.match(await get("/.well-known/security.txt"), /^Contact: /);
});
