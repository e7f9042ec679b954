// What is typed is kept before it is saved, where scripts run; whoever comes back can use it or delete it, also without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { arrive, signInAs } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

const words = "People over 75 use the bus most, and few of them drive.";
const field = "Who is affected, and in what way?";

let browser;
let service;

before(async () => {
  browser = await launch();
  service = await startService();
});

after(async () => {
  await browser?.close();
  await service?.stop();
});

async function begins(page) {
  await signInAs(page, "Author, Highways", "/casework/start");
  await page.getByLabel("What is the proposal called?").fill("Bus times");
  await page.getByRole("radio", { name: "Policy", exact: true }).check();
  await page.getByRole("radio", { name: "Do a full assessment" }).check();
  await arrive(page, page.getByRole("button", { name: "Start" }));
  return /EQIA-\d{4}-\d{4}/.exec(page.url())[0];
}

/** Types an answer, leaves its field, and waits until the page says that it is kept. */
async function types(page, path) {
  await page.goto(path);
  await page.getByLabel(field).fill(words);
  await page.keyboard.press("Tab");
  await page.getByRole("status").getByText(/^Draft kept at \d+:\d\d[ap]m$/).waitFor();
}

for (const scripts of [true, false]) {
  test(`text that was not saved is used with scripts ${scripts ? "on" : "off"} on return`, async () => {
    const typist = await visitor(browser, { base: service.base });
    const reference = await begins(typist.page);
    const path = `/casework/${reference}/impacts/age`;
    await types(typist.page, path);
    await check(typist, "a page whose text is kept");
    assert.equal(await typist.page.getByRole("status").count(), 1);
    assert.equal(await typist.page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    await typist.context.close();

    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await signInAs(page, "Author, Highways", path);
    await page.getByRole("heading", { name: "You have text that was not saved" }).waitFor();
    assert.equal(await page.getByLabel(field).inputValue(), "");
    await check(person, "the offer of text that was not saved");
    if (scripts) await picture(page, "unsaved-offer");
    await arrive(page, page.getByRole("button", { name: /^Use it/ }));
    assert.equal(await page.getByLabel(field).inputValue(), words);
    await check(person, "text that was not saved in its fields");
    await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
    await page.goto(path);
    assert.equal(await page.getByLabel(field).inputValue(), words);
    assert.equal(await page.getByText("not saved").count(), 0);
    await person.context.close();
  });
}

test("text that was not saved is deleted on request, and going away from a page keeps what was typed", async () => {
  const person = await visitor(browser, { base: service.base });
  const { page } = person;
  const reference = await begins(page);
  const path = `/casework/${reference}/impacts/sex`;
  await types(page, path);
  await page.goto(path);
  await arrive(page, page.getByRole("button", { name: "Delete it" }));
  assert.equal(await page.getByText("not saved.").count(), 0);
  await page.goto(path);
  assert.equal(await page.getByText("You have text that was not saved").count(), 0);

  await page.getByLabel(field).fill(words);
  await page.goto(`/casework/${reference}`); // the field was never left: the page goes away with it
  await page.goto(path);
  await page.getByRole("heading", { name: "You have text that was not saved" }).waitFor();
  await person.context.close();
});

test("a page that is saved keeps nothing besides", async () => {
  const person = await visitor(browser, { base: service.base });
  const { page } = person;
  const reference = await begins(page);
  const path = `/casework/${reference}/impacts/race`;
  await types(page, path);
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  await page.goto(path);
  assert.equal(await page.getByText("You have text that was not saved").count(), 0);
  assert.equal(await page.getByLabel(field).inputValue(), words);
  await person.context.close();
});
