// What an equality team does with an assessment besides signing it: it goes back twice, wording is suggested and used, and a lead who helped to
// write it cannot sign it, so another one does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { draft } from "./lib/drafts.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
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

/** Presses a button or a link that looks like one, and checks the page it leads to. */
async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name }).first());
  await check(person, state);
}

/** Follows a link, and checks the page it leads to. */
async function follow(person, name, state) {
  await arrive(person.page, person.page.getByRole("link", { name }).first());
  await check(person, state);
}

/** Opens what can be said about a part of the assessment, and what the part says where it is folded away. */
async function opens(page, part) {
  const folded = page.locator("summary", { hasText: new RegExp(`^Not changed since you last had it \\(${part}\\)$`) });
  if (await folded.count()) await folded.click();
  await page.locator("summary", { hasText: new RegExp(`^Comment or ask for a change: ${part}$`) }).first().click();
}

async function writes({ page }, title) {
  const reference = await draft(service, title);
  await signInAs(page, "Author, Highways");
  return reference;
}

/** Invites the equality lead to write, who then changes an answer. */
async function helps(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/people`);
  await page.getByRole("radio", { name: "Change answers" }).check();
  await page.getByLabel("Their email address").fill("lead.equality@demo.invalid");
  await press(person, "Add", "who is working on it, with the lead");
  await signOut(page);
  await signInAs(page, "Equality lead", `/casework/${reference}/impacts/age`);
  await page.getByLabel("Who is affected, and in what way?").fill("Readers over 75 use large print most, and can borrow it close to home.");
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  await signOut(page);
}

async function sends(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/send`);
  await page.getByRole("checkbox", { name: /The answers are right/ }).check();
  await press(person, "Send to the equality team", "the confirmation");
  await signOut(page);
}

async function returns(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/review`);
  await press(person, "Make a decision", "the decision");
  await page.getByRole("radio", { name: "Return it with comments" }).check();
  await press(person, "Continue", "returning it");
  await press(person, "Return to the author", "the assessment, returned");
  await signOut(page);
}

async function asksForMore(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", "/review?sort=meeting&only=meeting");
  await check(person, "the queue, narrowed and sorted");
  await page.goto(`/casework/${reference}/assign`);
  await check(person, "giving the review away");
  await press(person, "Give it to this person", "giving it to nobody");
  await page.getByRole("radio", { name: "Equality lead", exact: true }).check();
  await press(person, "Give it to this person", "the queue, after it was given");
  await page.goto(`/casework/${reference}/review`);
  await opens(page, "Age");
  await follow(person, "Not accepted: improve or correct : Age", "what a part needs");
  await press(person, "Save", "what a part needs, not said");
  await page.getByRole("radio", { name: "Correct", exact: true }).check();
  await page.getByLabel("What has to change?").fill("Say what you know about people under 16.");
  await press(person, "Save", "the review with a correction");
  await page.goto(`/casework/${reference}/sign-off`);
  await check(person, "signing off, with a correction in the way");
  assert.match(await page.locator("main").innerText(), /asked for a correction/);
  await page.goto(`/casework/${reference}/review`);
  await opens(page, ".*[Aa]ims.*");
  await follow(person, /Suggest wording for: .*[Aa]ims/, "suggesting wording");
  await press(person, "Suggest this wording", "suggesting what is there already");
  await page.getByLabel(/the wording you suggest/).fill("More people who find print hard to read can borrow from every branch.");
  await press(person, "Suggest this wording", "the review with a suggestion");
  await returns(person, reference);
}

async function usesTheWording(person, reference) {
  const { page } = person;
  await signInAs(page, "Author, Highways", `/casework/${reference}/comments`);
  await check(person, "the comments, with a suggestion and a correction");
  assert.match(await page.locator("main").innerText(), /must change before sign-off/);
  await press(person, /^Use this wording/, "the comments, with the wording used");
  await page.goto(`/casework/${reference}/impacts/age`);
  await page.getByLabel("Who is affected, and in what way?").fill("Readers over 75 use large print most. Children under 16 borrow audio books, and gain too.");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await sends(person, reference);
}

async function asksOnceMore(person, reference) {
  const { page } = person;
  await signInAs(page, "Equality lead", `/casework/${reference}/review`);
  await check(person, "the review of what came back");
  assert.match(await page.locator("main").innerText(), /Changed since you last had it/);
  await follow(person, /^See what changed in: Age/, "what changed");
  assert.match(await page.locator("main").innerText(), /under 16/);
  await page.goto(`/casework/${reference}/review`);
  await press(person, /^Accept this part/, "the review, with a part accepted");
  await opens(page, "Age");
  await follow(person, "Not accepted: improve or correct : Age", "what a part needs");
  await page.getByRole("radio", { name: "Improve", exact: true }).check();
  await page.getByLabel("What has to change?").fill("Count those under 16 by June.");
  await press(person, "Save", "the review with a condition");
  await opens(page, "Disability");
  const details = page.locator("details.app-say", { has: page.locator("button", { hasText: /^Add comment\s*on: Disability$/ }) });
  await details.getByRole("textbox").fill("Which branches hvae staff?");
  await details.getByRole("button").click();
  await follow(person, /^Change this comment/, "changing a comment");
  await page.getByLabel("Comment").fill("Which branches have staff?");
  await press(person, "Save comment", "the review with a changed comment");
  await returns(person, reference);
}

async function signs(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/sign-off`);
  await check(person, "signing off");
  await page.getByRole("checkbox", { name: "I have read this assessment" }).check();
  await page.getByLabel("Your password", { exact: true }).fill("any words at all");
  await press(person, "Sign off version 1.0", "the signed assessment");
}

for (const scripts of [true, false]) {
  test(`an assessment that is returned twice is signed with its condition, scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const reference = await writes(person, `Returned twice, ${scripts ? "first" : "second"} try`);
    await sends(person, reference);
    await asksForMore(person, reference);
    await usesTheWording(person, reference);
    await asksOnceMore(person, reference);
    await signInAs(page, "Author, Highways", `/casework/${reference}/comments`);
    await sends(person, reference);
    await signInAs(page, "Equality lead", `/casework/${reference}/review`);
    await signs(person, reference);
    const text = await page.locator("main").innerText();
    assert.match(text, /Age: Count those under 16 by June\./);
    await person.context.close();
  });

  test(`a lead who helped to write it cannot sign it, and another one does, scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const reference = await writes(person, `Helped by the lead, ${scripts ? "first" : "second"} try`);
    await helps(person, reference);
    await signInAs(page, "Author, Highways");
    await sends(person, reference);
    await signInAs(page, "Equality lead", "/review");
    await arrive(page, page.getByRole("button", { name: `Take this review of ${reference}` }));
    await page.goto(`/casework/${reference}/sign-off`);
    await check(person, "the page for someone who helped to write it");
    assert.match(await page.locator("main").innerText(), /You helped to write this assessment[^]*Second equality lead/);
    await signOut(page);
    await signInAs(page, "Second equality lead", `/casework/${reference}/review`);
    await signs(person, reference);
    await person.context.close();
  });
}
