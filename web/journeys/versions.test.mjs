// What follows a signature: a small correction, of which the lead reads only what it changes, and a review a year later, which asks first
// what became of each prediction and is signed with the day of the next. Every page on the way is checked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { draft } from "./lib/drafts.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** Presses a button, and checks the page it leads to. */
async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name }).first());
  await check(person, state);
}

async function sends({ page }, reference) {
  await page.goto(`/casework/${reference}/check`);
  await arrive(page, page.getByRole("button", { name: "Continue to send" }));
  await page.getByRole("checkbox", { name: /The answers are right/ }).check();
  await arrive(page, page.getByRole("button", { name: "Send to the equality team" }));
}

/** Signs the version that the page for signing shows. */
async function signs(person, number) {
  const { page } = person;
  await page.getByRole("checkbox", { name: "I have read this assessment" }).check();
  await page.getByLabel("Your password", { exact: true }).fill("any words at all");
  await press(person, `Sign off version ${number}`, `version ${number}, signed`);
}

/** Adds one action that comes again each year to an assessment, and has it signed. */
async function signed(person, service) {
  const { page } = person;
  const reference = await draft(service, "Large print in every branch");
  await signInAs(page, "Author, Highways", `/casework/${reference}/list/action`);
  await page.getByLabel("What will be done?").fill("Show staff how the players work");
  await page.getByLabel(/Who is responsible/).fill("Head of libraries");
  await page.getByRole("radio", { name: /Again and again/ }).check();
  await press(person, "Save", "an action with nothing said of how often");
  assert.match(await page.title(), /^Error: /);
  await page.getByLabel("How often, or what it waits for").fill("end of March each year");
  await press(person, "Save", "the plan with an action that comes again");
  assert.match(await page.locator("main").innerText(), /end of March each year\s+Next due 31 March/);
  await sends(person, reference);
  await signOut(page);
  await decides(person, reference, "1.0");
  await signOut(page);
  return reference;
}

/** The lead takes the review, decides to sign it off, and signs. */
async function decides(person, reference, number) {
  const { page } = person;
  await signInAs(page, "Equality lead", "/review");
  await arrive(page, page.getByRole("button", { name: `Take this review of ${reference}` }));
  await page.goto(`/casework/${reference}/decision`);
  await page.getByRole("radio", { name: "Sign it off" }).check();
  await arrive(page, page.getByRole("button", { name: "Continue" }));
  await signs(person, number);
}

async function corrects(person, reference) {
  const { page } = person;
  await signInAs(page, "Author, Highways", `/casework/${reference}/new-version`);
  await check(person, "how much has changed");
  await press(person, "Start a new version", "how much has changed, not said");
  await page.getByRole("radio", { name: "Something small" }).check();
  await press(person, "Start a new version", "the correction's task list");
  assert.match(await page.locator("main").innerText(), /version 1\.1, a minor correction of version 1\.0/);
  await page.goto(`/casework/${reference}/page/change`);
  const aims = page.getByLabel("What are its aims and objectives?");
  await aims.fill((await aims.inputValue()).replace("library", "branch library"));
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  await page.goto(`/casework/${reference}/changes`);
  await check(person, "what the correction changes");
  await sends(person, reference);
  await signOut(page);
}

async function signsTheCorrection(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", `/casework/${reference}/review`);
  assert.match(page.url(), /\/correction$/);
  await check(person, "the correction, waiting");
  await press(person, "Take this review", "the correction, taken");
  await page.goto(`/casework/${reference}/correction`);
  await check(person, "the correction");
  if (person.scripts) await picture(page, "correction");
  const text = await page.locator("main").innerText();
  assert.match(text, /Start of added text\s+branch/);
  assert.doesNotMatch(text, /complaints for each group/);
  await arrive(page, page.getByRole("button", { name: "Sign it off" }));
  await check(person, "signing a correction");
  assert.match(await page.locator("main").innerText(), /what this correction changes/);
  await signs(person, "1.1");
  await page.goto(`/casework/${reference}/v/1.0`);
  await check(person, "the version before, replaced and still there");
  assert.match(await page.locator("main").innerText(), /A later version has replaced this one/);
  await signOut(page);
}

async function reviews(person, reference) {
  const { page } = person;
  await signInAs(page, "Author, Highways", "/casework/reviews");
  await check(person, "what is due for review");
  if (person.scripts) await picture(page, "due-for-review");
  assert.match(await page.locator("main").innerText(), new RegExp(`${reference} version 1\\.0\\s+Overdue by more than 30 days`));
  await arrive(page, page.getByRole("link", { name: new RegExp(`Review what happened.*${reference}`) }));
  await check(person, "what a review asks");
  await press(person, "Start the review", "the review's task list");
  await arrive(page, page.getByRole("link", { name: "What happened since" }));
  await check(person, "what happened");
  if (person.scripts) await picture(page, "what-happened");
  await page.getByLabel(/how do you know\? \(Age/).fill("Loans of large print went up by a tenth.");
  await press(person, "Save and continue", "words with nothing selected");
  assert.match(await page.title(), /^Error: /);
  await page.getByRole("group", { name: /What happened\? \(Age/ }).getByRole("radio", { name: "It happened, but less" }).check();
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  await page.goto(`/casework/${reference}/check`);
  await check(person, "the check page with predictions nobody has spoken to");
  assert.match(await page.locator("main").innerText(), /Say what really happened/);
  await page.goto(`/casework/${reference}/outcomes`);
  await page.getByRole("group", { name: /What happened\? \(Disability/ }).getByRole("radio", { name: "We do not know yet" }).check();
  await page.getByLabel(/how do you know\? \(Disability/).fill("The sight loss forum is asked again in May.");
  await page.getByRole("group", { name: /Was it done\?/ }).getByRole("radio", { name: "Done", exact: true }).check();
  await arrive(page, page.getByRole("button", { name: "Save and continue" }));
}

/** How many days it is to a day: the short path's assessment is due for review on 1 March 2028. */
function daysUntil(year, month, day) {
  return Math.max(1, Math.ceil((Date.UTC(year, month - 1, day) - Date.now()) / 86_400_000));
}

/** The answers about the decision are a year old, so they are put right before the review is sent. */
async function finishes(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/page/decision`);
  const decision = page.getByRole("group", { name: "When do you expect the decision?" });
  await decision.getByLabel("Year").fill("2029");
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  await page.goto(`/casework/${reference}/page/next`);
  const day = page.getByRole("group", { name: "When will you review this assessment?" });
  await day.getByLabel("Year").fill("2029");
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  await page.goto(`/casework/${reference}/read`);
  await check(person, "the review as it reads");
  const text = await page.locator("main").innerText();
  assert.match(text, /What happened since version 1\.0/);
  assert.match(text, /Loans of large print went up by a tenth/);
  assert.match(text, /a review of version 1\.0/);
  await page.goto(`/casework/${reference}/history`);
  await check(person, "the history of a review");
  assert.match(await page.locator("main").innerText(), /Started a review of what happened/);
}

/** The review is sent and signed, and the day of the next one shows to whoever looks. */
async function signsTheReview(person, reference) {
  const { page } = person;
  await sends(person, reference);
  await check(person, "the confirmation of a review");
  await signOut(page);
  await decides(person, reference, "2.0");
  await page.goto(`/casework/${reference}`);
  await check(person, "the assessment after its review");
  const text = await page.locator("main").innerText();
  assert.match(text, /version 2\.0/);
  assert.match(text, /Next review\s+1 March 2029/);
  await page.goto(`/casework/${reference}/v/1.0`);
  assert.match(await page.locator("main").innerText(), /A later version has replaced this one/);
  await signOut(page);
  await signInAs(page, "Author, Highways", "/casework/reviews");
  assert.ok(!(await page.locator("main").innerText()).includes(reference), "it is still listed as due for review");
}

const how = (scripts) => `with scripts ${scripts ? "on" : "off"}`;

test("what follows a signature", { timeout: 500_000 }, async (t) => {
  const first = await startService();
  const due = {};
  for (const scripts of [true, false]) {
    await t.test(`a minor correction is read and signed by what it changes alone ${how(scripts)}`, async () => {
      const person = await visitor(browser, { base: first.base, scripts });
      const reference = await signed(person, first);
      await corrects(person, reference);
      await signsTheCorrection(person, reference);
      due[scripts] = await signed(person, first);
      await person.context.close();
    });
  }
  await first.stop({ keep: true });
  const later = await startService({ data: first.data, ahead: daysUntil(2028, 4, 15) });
  for (const scripts of [true, false]) {
    await t.test(`a review a year later begins with what happened and is signed ${how(scripts)}`, async () => {
      const person = await visitor(browser, { base: later.base, scripts });
      await reviews(person, due[scripts]);
      await finishes(person, due[scripts]);
      await signsTheReview(person, due[scripts]);
      await person.context.close();
    });
  }
  await later.stop();
});
