// The clerk's job: a meeting with an agenda of ten items and three reports, one assessment linked, one report covered by another's, and
// one whose assessment is not signed off, which the meeting's page says.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { itemRow, linkAppendix, pasteAgenda, toLinking } from "./lib/clerk.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

const agenda = [
  "1. Apologies",
  "2. Minutes",
  "3. Declarations of interest",
  "4. Public participation",
  "5. Questions from councillors",
  "6. Forward plan",
  "7. Lower Weir river walls",
  "8. Flood grants",
  "9. Gritting routes",
  "10. Exempt business",
];

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

/** Finds the reference of an assessment by words of its title, on the page that links one. */
async function find(person, words) {
  const { page } = person;
  await page.getByLabel("Find by reference or words from the title").fill(words);
  await press(person, "Find", `what was found for ${words}`);
  return /EQIA-\d{4}-\d{4}/.exec(await page.getByRole("group", { name: "Which assessment?" }).innerText())[0];
}

async function addsMeeting(person) {
  const { page } = person;
  await arrive(page, page.getByRole("button", { name: "Add a meeting" }));
  await check(person, "adding a meeting");
  await press(person, "Save and continue", "a meeting with nothing filled in");
  assert.match(await page.title(), /^Error: /);
  if (person.scripts) await picture(page, "meeting-errors");
  await page.getByLabel("Committee").selectOption({ label: "Cabinet" });
  const date = page.getByRole("group", { name: "Date of the meeting" });
  for (const [part, value] of [["Day", "16"], ["Month", "3"], ["Year", "2027"]]) await date.getByLabel(part).fill(value);
  await page.getByLabel("Start time").fill(person.scripts ? "10am" : "14:30");
  await page.getByRole("radio", { name: "Confirmed" }).check();
  await press(person, "Save and continue", "the new meeting's agenda");
  await press(person, "Continue", "an agenda with nothing pasted");
  assert.match(await page.title(), /^Error: /);
  await arrive(page, page.getByRole("link", { name: "Back to the meeting" }));
}

/** Links the flood scheme to the first report, after an error. */
async function links(person) {
  const { page } = person;
  await toLinking(person, "Lower Weir river walls");
  await press(person, "Save", "linking with nothing selected");
  assert.match(await page.title(), /^Error: /);
  const reference = await find(person, "Lower Weir flood scheme");
  await press(person, "Save", "linking without saying how");
  assert.match(await page.title(), /^Error: /);
  await linkAppendix(person, reference, "Appendix 2");
  assert.match(await itemRow(page, "Lower Weir river walls").innerText(), /Nothing outstanding/i);
  return reference;
}

/** Records that the second report is covered by the same assessment. */
async function covered(person, reference) {
  const { page } = person;
  await toLinking(person, "Flood grants");
  await arrive(page, page.getByRole("link", { name: "There is no assessment: record the reason" }));
  await check(person, "recording a reason");
  await press(person, "Record the reason", "a reason with nothing filled in");
  assert.match(await page.title(), /^Error: /);
  await page.getByRole("radio", { name: "Another assessment covers it" }).check();
  await page.getByLabel("The reason, in words the public can read").fill("The grants pay for the walls in that scheme. We checked that the same people are affected.");
  await page.getByLabel("Reference of the assessment it relies on").fill(reference);
  if (person.scripts) await picture(page, "reason");
  await press(person, "Record the reason", "the meeting with a reason");
  assert.match(await itemRow(page, "Flood grants").innerText(), /Blocked[\s\S]*is not agreed yet/i);
}

/** Expects the gritting assessment, which is not signed off. */
async function expects(person) {
  const { page } = person;
  await toLinking(person, "Gritting routes");
  await find(person, "Winter gritting");
  if (person.scripts) await picture(page, "link");
  await press(person, "Save", "the meeting with an expected assessment");
  assert.match(await itemRow(page, "Gritting routes").innerText(), /Blocked[\s\S]*Waiting for review/i);
}

for (const scripts of [true, false]) {
  test(`a clerk checks a meeting with scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await signInAs(page, "Democratic services clerk", "/meetings");
    await check(person, "the meetings");
    if (scripts) await picture(page, "meetings");
    await addsMeeting(person);
    await pasteAgenda(person, agenda);
    assert.equal(await page.getByRole("link", { name: /^Report R-/ }).count(), 3);
    const reference = await links(person);
    await covered(person, reference);
    await expects(person);
    if (scripts) await picture(page, "meeting-check");
    const meeting = new URL(page.url()).pathname;
    await arrive(page, page.getByRole("link", { name: /^Report R-/ }).first());
    await check(person, "a report");
    if (scripts) await picture(page, "report");
    await page.goto(meeting);
    await arrive(page, itemRow(page, "River walls").getByRole("link", { name: /^Open item/ }));
    await check(person, "an item's own page");
    await arrive(page, page.getByRole("link", { name: /^Withdraw the link to/ }));
    await check(person, "withdrawing a link");
    await press(person, "Withdraw the link", "withdrawing a link without saying why");
    assert.match(await page.title(), /^Error: /);
    await arrive(page, page.getByRole("link", { name: "Back to the meeting" }));
    await signOut(page);
    await signInAs(page, "Equality lead", meeting);
    await arrive(page, page.getByRole("button", { name: /^Agree the reason/ }));
    await check(person, "the meeting with the reason agreed");
    assert.match(await itemRow(page, "Flood grants").innerText(), /Nothing outstanding/i);
    await signOut(page);
    await signInAs(page, "Councillor", meeting);
    await check(person, "the meeting as a councillor reads it");
    assert.equal(await page.locator("#agenda").getByRole("button").count(), 0);
    assert.doesNotMatch(await page.locator("main").innerText(), /Waiting for review|How far it has come/);
    await page.goto(`/casework/${reference}`);
    await check(person, "an assessment with its meetings");
    await page.goto(`/assessments/${reference}`);
    await check(person, "the public page with its meetings");
    await page.goto(meeting);
    await signOut(page);
    await person.context.close();
  });
}
