// Someone with a printed copy looks up its code on a phone and holds a copy that was changed against what was signed; a clerk checks the pack of
// a meeting, in which a page has changed places.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { pdf, printed } from "./lib/pdf.mjs";
import { arrive, signInAs } from "./lib/people.mjs";
import { startService } from "./lib/service.mjs";

let browser;
let service;

before(async () => {
  try {
    browser = await launch();
    service = await startService();
  } catch (error) {
    await browser?.close();
    throw error;
  }
});

after(async () => {
  await browser?.close();
  await service?.stop();
});

const main = (page) => page.locator("main").innerText();

async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name, exact: true }));
  await check(person, state);
}

/** The check code that a page of the register gives. */
const codeIn = (text) => /Check code\s+(\S+)/.exec(text)[1];

/** The assessment in the register whose title has the words, with its code and all that its page says. */
async function published(page, words) {
  await page.goto(`/assessments?q=${encodeURIComponent(words)}`);
  await arrive(page, page.getByRole("link", { name: new RegExp(words) }).first());
  const text = await main(page);
  return { reference: /EQIA-\d{4}-\d{4}/.exec(text)[0], version: /version (\d+\.\d+)/.exec(text)[1], code: codeIn(text), text };
}

async function compares(person, found, change, says) {
  const { page } = person;
  await page.goto(`/v/${found.code}`);
  await arrive(page, page.getByRole("link", { name: "Compare your copy with what was signed" }));
  await check(person, "comparing a copy");
  await page.getByLabel("Your copy as a file").setInputFiles({ name: "copy.txt", mimeType: "text/plain", buffer: Buffer.from(change(found.text)) });
  await press(person, "Compare", "a copy that was compared");
  assert.match(await page.locator("h1").innerText(), says);
}

for (const scripts of [true, false]) {
  test(`a printed copy is checked on a phone with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await page.setViewportSize({ width: 320, height: 640 });
    const found = await published(page, "Lower Weir flood scheme");
    await page.goto("/check");
    await check(person, "asking for a code");
    await press(person, "Check", "no code entered");
    assert.match(await page.title(), /^Error: /);
    await page.getByLabel("Check code").fill(found.code.toLowerCase().replaceAll("-", " "));
    await press(person, "Check", "a code that is current");
    assert.match(await main(page), new RegExp(`Current[\\s\\S]*${found.reference}[\\s\\S]*Equality lead`));
    await page.goto("/v/000000000");
    await check(person, "a code that is not recognised");
    assert.equal(await page.locator("h1").innerText(), "This code is not recognised");
    const replaced = await published(page, "Home library service");
    await arrive(page, page.getByRole("link", { name: /^Version 1\.0, published/ }));
    const earlier = codeIn(await main(page));
    await page.goto(`/v/${earlier.replaceAll("-", "")}`);
    await check(person, "a code whose version was replaced");
    assert.match(await main(page), /Superseded[\s\S]*Version 2\.0 replaced version 1\.0/);
    assert.notEqual(earlier, replaced.code);
    assert.deepEqual(await person.context.cookies(), [], "a page for everyone set a cookie");

    await page.goto("/check/copy");
    await press(person, "Compare", "no copy brought");
    assert.match(await page.title(), /^Error: /);
    await compares(person, found, (text) => text.replace(/\bNegative\b/g, "Positive"), /^Your copy differs in /);
    assert.match(await main(page), /Negative[\s\S]*Positive/);
    await compares(person, found, () => "A letter about something else", /^This does not look like a copy of/);
    await person.context.close();
  });

  test(`a pack of 300 pages with a page in the wrong place is found out with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const one = await published(page, "Lower Weir flood scheme");
    await signInAs(page, "Democratic services clerk", "/meetings?when=all");
    await arrive(page, page.getByRole("link", { name: /^Cabinet/ }).first());
    await arrive(page, page.getByRole("link", { name: "Check the pack" }));
    await check(person, "bringing a pack");
    await press(person, "Check the pack", "no pack brought");
    assert.match(await page.title(), /^Error: /);

    const copy = printed(one, 11);
    [copy[3], copy[7]] = [copy[7], copy[3]];
    const others = (n) => Array.from({ length: n }, (_, i) => [`Page ${i + 1} of a report`]);
    await bring(person, "not a PDF at all", "a file that is no PDF");
    assert.match(await page.locator(".govuk-error-summary").innerText(), /it is not a PDF/);
    await bring(person, pdf([...others(200), ...copy, ...others(89)]), "what is in the pack");
    assert.match(await page.locator("#problems").innerText(), new RegExp(`Page 204\\s+${one.reference} version ${one.version}: pages 4 and 8 are swapped`));
    assert.match(await page.locator("#copies").innerText(), /201 to 211\s+11 of 11\s+Current/);
    await arrive(page, page.getByRole("link", { name: "Back to the packs" }));
    await check(person, "the packs that were checked");
    await person.context.close();
  });
}

async function bring(person, file, state) {
  const { page } = person;
  await page.getByRole("radio", { name: "The public pack" }).check();
  await page.getByLabel("The pack as a PDF").setInputFiles({ name: "pack.pdf", mimeType: "application/pdf", buffer: Buffer.from(file) });
  await press(person, "Check the pack", state);
}
