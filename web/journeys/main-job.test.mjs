// The main job, end to end: an author writes an assessment, the equality lead returns it, the author answers, the lead signs it off and
// publishes it, a clerk puts it before a meeting, and someone from the public reads it. Every page on the way is checked, but for those of the
// short path, which has a journey of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shortPath, Writer } from "./lib/answers.mjs";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { beforeMembers } from "./lib/clerk.mjs";
import { signInAs, signOut } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

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

/** Presses a button or follows a link, and checks the page it leads to. */
async function press(person, name, state) {
  await person.page.getByRole("button", { name }).first().click();
  await check(person, state);
}

async function writes(person, title) {
  const { page } = person;
  await signInAs(page, "Author, Highways", "/casework/start");
  const w = new Writer(person);
  await press(person, "Start", "the start page with nothing filled in");
  assert.match(await page.title(), /^Error: /);
  await shortPath(w, title);
  await check(person, "the check page");
  const reference = /EQIA-\d{4}-\d{4}/.exec(page.url())[0];
  await page.goto(`/casework/${reference}`);
  await check(person, "the task list");
  if (person.scripts) await picture(page, "task-list");
  await page.goto(`/casework/${reference}/impacts/age`);
  if (person.scripts) await picture(page, "characteristic");
  await page.goto(`/casework/${reference}/page/decision`);
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Month").fill("2");
  await press(person, "Save and continue", "a page with a date that does not exist");
  assert.match(await page.title(), /^Error: /);
  await page.getByRole("group", { name: "When do you expect the decision?" }).getByLabel("Day").fill("23");
  await page.getByRole("group", { name: "When do you expect the decision?" }).getByLabel("Month").fill("3");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await sends(person, reference);
  await signOut(page);
  return reference;
}

async function sends(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/check`);
  await press(person, "Continue to send", "the declaration");
  await press(person, "Send to the equality team", "the declaration, not ticked");
  await page.getByRole("checkbox", { name: /The answers are right/ }).check();
  await press(person, "Send to the equality team", "the confirmation");
}

async function returns(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", "/review");
  await check(person, "the queue");
  if (person.scripts) await picture(page, "queue");
  await press(person, `Take this review of ${reference}`, "taking the review");
  await page.goto(`/casework/${reference}/review`);
  await check(person, "the review");
  const details = page.locator("details", { has: page.locator("button", { hasText: /^Add comment\s*on: Age$/ }) });
  await details.locator("summary").click();
  await details.getByRole("textbox").fill("Which ages do you mean? Say what you know about people under 16.");
  await details.getByRole("button").click();
  await check(person, "the review with a comment");
  if (person.scripts) await picture(page, "review");
  await press(person, "Make a decision", "the decision");
  await press(person, "Continue", "the decision, not made");
  await page.getByRole("radio", { name: "Return it with comments" }).check();
  await press(person, "Continue", "returning it");
  await press(person, "Return to the author", "the assessment after it was returned");
  await signOut(page);
}

async function answers(person, reference) {
  const { page } = person;
  await signInAs(page, "Author, Highways", "/casework");
  await check(person, "your assessments, one of them returned");
  await page.goto(`/casework/${reference}`);
  await check(person, "the task list with comments to answer");
  assert.match(await page.locator("main").innerText(), /1 comment on 1 answer/);
  await page.goto(`/casework/${reference}/impacts/age`);
  await check(person, "the characteristic with a comment on it");
  await page.getByLabel("Who is affected, and in what way?").fill("Readers over 75 use large print most. Children under 16 borrow audio books for homework, and gain too.");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await page.goto(`/casework/${reference}/comments`);
  await check(person, "the comments");
  await press(person, /I have changed this/, "the comments, answered");
  await sends(person, reference);
  await signOut(page);
}

async function signs(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", `/casework/${reference}/changes`);
  await check(person, "what changed");
  assert.match(await page.locator("main").innerText(), /under 16/);
  await page.goto(`/casework/${reference}/decision`);
  await page.getByRole("radio", { name: "Sign it off" }).check();
  await press(person, "Continue", "signing off");
  await press(person, "Sign off version 1.0", "signing off with nothing confirmed");
  await page.getByRole("checkbox", { name: "I have read this assessment" }).check();
  await page.getByLabel("Your password", { exact: true }).fill("any words at all");
  await press(person, "Sign off version 1.0", "the signed assessment");
  await page.goto(`/casework/${reference}/publish`);
  await check(person, "publishing");
  await press(person, "Publish version 1.0", "after publishing");
  await page.goto(`/casework/${reference}/history`);
  await check(person, "the history");
  assert.match(await page.locator("main").innerText(), /signed it off/i);
  await signOut(page);
}

async function reads(person, reference, title) {
  const { page } = person;
  await page.goto("/assessments");
  await check(person, "the register");
  await page.getByLabel("Words to look for").fill(title);
  await press(person, "Search", "the register, searched");
  await page.getByRole("link", { name: title }).click();
  await check(person, "the published assessment");
  if (person.scripts) await picture(page, "published");
  const text = await page.locator("main").innerText();
  assert.match(text, /under 16/);
  assert.doesNotMatch(text, /Author, Highways/);
  assert.deepEqual((await person.context.cookies()).filter((c) => c.name.includes("session")), []);
}

for (const scripts of [true, false]) {
  test(`the main job is done from the first question to the public page with scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const title = `Reading for everyone, ${scripts ? "first" : "second"} try`;
    const reference = await writes(person, title);
    await returns(person, reference);
    await answers(person, reference);
    await signs(person, reference);
    await beforeMembers(person, reference);
    await reads(person, reference, title);
    await person.context.close();
  });
}
