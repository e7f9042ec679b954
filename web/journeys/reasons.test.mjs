// Rules question two answers: the author puts one right and keeps the other for a reason, looks once more and sends it. The lead reads the
// reason beside the answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { draft } from "./lib/drafts.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

const reason = "The forum meets again in January, and we will write up what it says before the decision.";

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

function press(page, name) {
  return arrive(page, page.getByRole("button", { name, exact: true }));
}

function follow(page, name) {
  return arrive(page, page.getByRole("link", { name }));
}

/** Writes an assessment that two rules warn about: nothing of what people said, and a review that is far away. */
async function writes({ page }) {
  const reference = await draft(service, "Reading in every branch");
  await signInAs(page, "Author, Highways", `/casework/${reference}/list/engagement/1`);
  await page.getByLabel("What did they say?").fill("");
  await page.getByLabel("What changed because of it?").fill("");
  await press(page, "Save");
  await page.goto(`/casework/${reference}/page/next`);
  await page.getByRole("group", { name: "When will you review this assessment?" }).getByLabel("Year").fill("2035");
  await press(page, "Save and continue");
  return reference;
}

async function coached(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/page/engagement`);
  assert.equal(await page.locator(".app-look").count(), 1, "what people said is not asked about beside the list");
  assert.equal(await page.locator(".govuk-error-summary").count(), 0);
  await check(person, "a page with something worth another look");
  if (person.scripts) await picture(page, "another-look");
}

async function settles(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/check`);
  await check(person, "the check page with two warnings");
  if (person.scripts) await picture(page, "warnings");
  assert.equal(await page.getByRole("button", { name: "Continue to send" }).count(), 0);
  await follow(page, /^Fix .*review/i);
  await page.getByRole("group", { name: "When will you review this assessment?" }).getByLabel("Year").fill("2028");
  await press(page, "Save and continue");
  assert.equal(await page.getByRole("link", { name: /^Fix / }).count(), 1, "what was put right is still there");
  await follow(page, /^Keep, because/);
  await check(person, "the page that asks for a reason");
  for (const tooLittle of ["", "Not yet."]) {
    await page.getByLabel("Why is it right as it is?").fill(tooLittle);
    await press(page, "Save the reason");
    assert.match(await page.title(), /^Error: /);
    await check(person, "a reason that says too little");
  }
  if (person.scripts) await picture(page, "keep");
  await page.getByLabel("Why is it right as it is?").fill(reason);
  await press(page, "Save the reason");
  assert.ok((await page.locator(".app-reason").innerText()).includes(reason));
  await check(person, "the check page with a reason");
}

async function sends(person) {
  const { page } = person;
  await press(page, "Continue to send");
  await page.getByRole("heading", { level: 1, name: "Before you send it, look again" }).waitFor();
  await check(person, "the last look");
  if (person.scripts) await picture(page, "last-look");
  await follow(page, "Go back and look");
  await press(page, "Continue to send");
  await press(page, "Continue");
  await page.getByRole("checkbox", { name: /The answers are right/ }).check();
  await press(page, "Send to the equality team");
  await page.getByRole("heading", { level: 1, name: "Assessment sent" }).waitFor();
  await signOut(page);
}

async function reviews(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", "/review");
  await page.getByRole("button", { name: `Take this review of ${reference}` }).click();
  await page.goto(`/casework/${reference}/review`);
  const given = page.locator(".app-reason", { hasText: reason });
  assert.equal(await given.count(), 1, "the reason is not beside its answer");
  assert.match(await given.innerText(), /Author, Highways \(Author\)/);
  await check(person, "the review with a reason");
  await page.goto(`/casework/${reference}/sign-off`);
  assert.ok((await page.locator("main").innerText()).includes(reason), "the reason is not shown before signing");
  await check(person, "signing off with a reason");
}

for (const scripts of [true, false]) {
  test(`a warning is fixed or kept for a reason with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const reference = await writes(person);
    await coached(person, reference);
    await settles(person, reference);
    await sends(person);
    await reviews(person, reference);
    await person.context.close();
  });
}
