// An author answers a few questions and records why no assessment is needed. The lead asks for a full one, the author looks again and keeps
// to it with better reasons, and the lead countersigns.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Writer } from "./lib/answers.mjs";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

const first = "Only the names of the forms change. We checked a year of complaints and asked both teams that use them, and nobody had trouble.";
const doubt = "Some staff use a screen reader. Find out if the new names are read out as they should be.";
const second = `${first} We also tested every new name with colleagues who use a screen reader. They had no trouble.`;

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

async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name, exact: true }));
  await check(person, state);
}

async function follow(person, name, state) {
  await arrive(person.page, person.page.getByRole("link", { name }));
  await check(person, state);
}

/** Asks the service what it suggests, and starts a record of why no assessment is needed. */
async function startsUnsure(person) {
  const { page } = person;
  await signInAs(page, "Author, Highways", "/casework/start");
  await follow(person, "Not sure if you need one? Answer a few questions", "the questionnaire");
  await press(person, "See what we suggest", "the questionnaire, not answered");
  assert.match(await page.title(), /^Error: /);
  const w = new Writer(person);
  await w.choose("What kind of proposal is it?", "Policy");
  await w.choose("Who is affected?", "Employees only");
  await w.tick("Which of these are true of the proposal?", "None of these");
  await press(person, "See what we suggest", "what is suggested");
  if (person.scripts) await picture(page, "suggested");
  await follow(person, /^Change what you told us/, "the questionnaire, answered");
  await page.getByRole("radio", { name: "Employees only" }).isChecked().then(assert.ok);
  await press(person, "See what we suggest", "what is suggested again");
  await arrive(page, page.getByRole("button", { name: "Record why an assessment is not needed" }));
  await check(person, "the start, with what was told");
  await w.write("What is the proposal called?", "New names for forms");
  await arrive(page, page.getByRole("button", { name: "Start" }));
  return /EQIA-\d{4}-\d{4}/.exec(page.url())[0];
}

/** Answers the rest of the short record; who is affected and what it touches are there already. */
async function records(person) {
  const { page } = person;
  const w = new Writer(person);
  await w.on("What will change, and for whom");
  assert.ok(await page.getByRole("radio", { name: "Employees only" }).isChecked());
  await w.choose("Is it new, refreshed or already in place?", "Refreshed");
  await w.write("What does it replace or change?", "Forms get names that say what they are for.");
  await w.write("What are its aims and objectives?", "Staff find the right form the first time.");
  await w.pick("Which directorate is responsible?", "Corporate");
  await w.go();
  await w.on("Who will decide, and what it touches");
  assert.ok(await page.getByRole("checkbox", { name: "None of these" }).isChecked());
  await w.choose("How will it be decided?", "By an officer");
  await w.write("Who will decide?", "Head of customer services");
  await w.date("When do you expect the decision?", ["23", "3", "2027"]);
  await w.go();
  await w.on("Why an assessment is not needed");
  await check(person, "why an assessment is not needed");
  await w.write("Why is a full assessment not needed?", first);
  await w.go();
  await w.on("Check your answers");
}

async function sends(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/check`);
  await check(person, "the check page of the short record");
  await arrive(page, page.getByRole("button", { name: "Continue to send" }));
  await page.getByRole("checkbox", { name: /The answers are right/ }).check();
  await press(person, "Send to the equality team", "the confirmation");
  await signOut(page);
}

/** The lead asks for a full assessment. */
async function declines(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", "/review");
  await arrive(page, page.getByRole("button", { name: `Take this review of ${reference}` }));
  await page.goto(`/casework/${reference}/decision`);
  await check(person, "the decision on a short record");
  await page.getByRole("radio", { name: "Ask for a full assessment" }).check();
  await press(person, "Continue", "asking for a full assessment");
  await press(person, "Ask for a full assessment", "asking without a reason");
  assert.match(await page.title(), /^Error: /);
  await page.getByLabel("Why is a full assessment needed?").fill(doubt);
  await press(person, "Ask for a full assessment", "a full assessment asked for");
  await signOut(page);
}

/** The author reads why, sees that nothing is lost, and keeps to it with better reasons. */
async function looksAgain(person, reference) {
  const { page } = person;
  await signInAs(page, "Author, Highways", `/casework/${reference}`);
  await check(person, "the assessment, asked for in full");
  const hub = await page.locator("main").innerText();
  assert.match(hub, /asks for a full assessment/);
  assert.match(hub, /All effects in one table/);
  await page.goto(`/casework/${reference}/page/start`);
  await check(person, "the first page with the lead's reason");
  assert.ok((await page.locator("main").innerText()).includes(doubt));
  await page.getByRole("radio", { name: "Record why an assessment is not needed" }).check();
  await arrive(page, page.getByRole("button", { name: "Save and continue" }));
  await page.goto(`/casework/${reference}/page/screening`);
  const why = page.getByLabel("Why is a full assessment not needed?");
  assert.equal(await why.inputValue(), first);
  await why.fill(second);
  await arrive(page, page.getByRole("button", { name: "Save and continue" }));
}

/** The lead countersigns, and the history says all of it. */
async function countersigns(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", `/casework/${reference}/decision`);
  await page.getByRole("radio", { name: "Sign off that no full assessment is needed" }).check();
  await press(person, "Continue", "countersigning");
  await page.getByRole("checkbox", { name: "I have read this assessment" }).check();
  await page.getByLabel("Your password", { exact: true }).fill("any words at all");
  await press(person, "Sign off version 1.0", "the countersigned record");
  await page.goto(`/casework/${reference}/history`);
  const history = await page.locator("main").innerText();
  assert.match(history, /asked for a full assessment/i);
  assert.match(history, /signed it off/i);
  await page.goto(`/casework/${reference}/read`);
  assert.match(await page.locator("main").innerText(), /colleagues who use a screen reader/);
  await signOut(page);
}

for (const scripts of [true, false]) {
  test(`screened out and countersigned, with JavaScript ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const reference = await startsUnsure(person);
    await records(person);
    await sends(person, reference);
    await declines(person, reference);
    await looksAgain(person, reference);
    await sends(person, reference);
    await countersigns(person, reference);
    await person.context.close();
  });
}
