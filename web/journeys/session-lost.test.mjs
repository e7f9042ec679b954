// A session ends while someone types: they sign in again and find every word on the page, and nobody else does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";
import { endSessions } from "./lib/sessions.mjs";

const words = "Stalls may open from seven, so that traders can sell to people on their way to work.";
const field = "What does it replace or change?";

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
  await page.getByLabel("What is the proposal called?").fill("Street trading times");
  await page.getByRole("radio", { name: "Policy", exact: true }).check();
  await page.getByRole("radio", { name: "Do a full assessment" }).check();
  await arrive(page, page.getByRole("button", { name: "Start" }));
  return new URL(page.url()).pathname;
}

for (const scripts of [true, false]) {
  test(`a session lost in the middle of an answer loses no words with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const path = await begins(page);
    await page.getByLabel(field).fill(words);
    await endSessions(service);
    await arrive(page, page.getByRole("button", { name: "Save and continue" }));
    await page.getByRole("heading", { level: 1, name: "Sign in to carry on" }).waitFor();
    await check(person, "signed out while typing");
    if (scripts) await picture(page, "signed-out");
    assert.ok(!(await page.content()).includes(words), "the page shows the words to whoever sits there");

    // Someone else sits down first.
    await signInAs(page, "Author, Adult Care", path);
    assert.ok(!(await page.content()).includes(words), "someone else sees the words");
    await signOut(page);

    await signInAs(page, "Author, Highways", path);
    assert.equal(await page.getByLabel(field).inputValue(), words);
    await page.getByRole("heading", { name: "Your text is in the fields, and it is not saved yet" }).waitFor();
    await check(person, "the words are back");
    if (scripts) await picture(page, "words-are-back");
    await page.getByRole("radio", { name: "New", exact: true }).check();
    await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
    await page.goto(path);
    assert.equal(await page.getByLabel(field).inputValue(), words);
    assert.equal(await page.getByText("not saved yet").count(), 0);
    await person.context.close();
  });
}
