// A report through three meetings: its agenda is published, a late paper follows, members change what it asks for, and the next meeting is told
// that nothing covers the change.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { itemRow, linkAppendix, pasteAgenda, toLinking } from "./lib/clerk.mjs";
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

async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name, exact: true }));
  await check(person, state);
}

async function follow(person, name, state) {
  await arrive(person.page, person.page.getByRole("link", { name }));
  await check(person, state);
}

async function date(page, group, [day, month, year]) {
  const field = page.getByRole("group", { name: group });
  await field.getByLabel("Day").fill(day);
  await field.getByLabel("Month").fill(month);
  await field.getByLabel("Year").fill(year);
}

/** Adds a confirmed meeting with an agenda of one report, and gives the address of its page. */
async function meets(person, committee, day, title) {
  const { page } = person;
  await page.goto("/meetings/add");
  await page.getByLabel("Committee").selectOption({ label: committee });
  await date(page, "Date of the meeting", day);
  await page.getByLabel("Start time").fill(person.scripts ? "10am" : "14:30");
  await page.getByRole("radio", { name: "Confirmed" }).check();
  await arrive(page, page.getByRole("button", { name: "Save and continue" }));
  await arrive(page, page.getByRole("link", { name: "Back to the meeting" }));
  const at = new URL(page.url()).pathname;
  await pasteAgenda(person, [`1. ${title}`]);
  return at;
}

/** Records the agenda of the meeting on the screen as published. */
async function publishes(person) {
  await follow(person, "Publish check", "the publish check");
  await press(person, "Record as published", "the record of a publication");
  assert.match(await person.page.locator("main").innerText(), /This is the service’s own clock/);
}

/** Puts the report of one meeting at the item of another, in its newest version. */
async function goesOn(person, at, title, reference) {
  const { page } = person;
  await page.goto(at);
  await arrive(page, itemRow(page, title).getByRole("link", { name: /^Open item/ }));
  await arrive(page, page.getByRole("link", { name: /^Take the report off/ }));
  await check(person, "taking a report off an item");
  await press(person, "Take the report off", "the meeting without the report");
  await arrive(page, itemRow(page, title).getByRole("link", { name: /^Add the report/ }));
  await page.getByText("Has it been before another meeting?", { exact: true }).click();
  await page.getByLabel("Reference or words from its title").fill(reference);
  await arrive(page, page.getByRole("button", { name: "Find the report" }));
  await page.getByRole("radio", { name: new RegExp(reference) }).check();
  await press(person, "Use this report", "linking to the report that came on");
}

/** Links an assessment to the whole of a report that has recommendations. */
async function linksAll(person, reference) {
  const { page } = person;
  await page.getByLabel("Find by reference or words from the title").fill(reference);
  await arrive(page, page.getByRole("button", { name: "Find" }));
  await page.getByRole("radio", { name: "Appended to the report" }).check();
  await page.getByLabel("Appendix label").fill("Appendix 2");
  await page.getByRole("radio", { name: "All of the report" }).check();
  await press(person, "Save", "the next meeting with the assessment linked");
}

for (const scripts of [true, false]) {
  test(`an amendment that nothing covers is seen at the next meeting with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const title = scripts ? "River walls" : "River banks";
    await signInAs(page, "Democratic services clerk", "/meetings");
    const first = await meets(person, "Place Overview Committee", ["3", "11", "2026"], title);
    await toLinking(person, title);
    await page.getByLabel("Find by reference or words from the title").fill("Lower Weir flood scheme");
    await arrive(page, page.getByRole("button", { name: "Find" }));
    const reference = /EQIA-\d{4}-\d{4}/.exec(await page.getByRole("group", { name: "Which assessment?" }).innerText())[0];
    await linkAppendix(person, reference, "Appendix 2");
    const report = /R-\d{4}-\d{4}/.exec(await itemRow(page, title).innerText())[0];

    await page.goto(`${first}/minutes`);
    await check(person, "the minutes with nothing recorded");
    await follow(person, /^Record the outcome/, "recording an outcome");
    await press(person, "Save", "an outcome with nothing selected");
    assert.match(await page.title(), /^Error: /);
    await page.getByText("Suggested words", { exact: true }).click();
    await follow(person, "Begin with these words", "an outcome with the suggested words");
    await page.getByRole("radio", { name: "Agreed with changes" }).check();
    await page.getByRole("radio", { name: "Members discussed it" }).check();
    await press(person, "Save", "an outcome with brackets left in it");
    await page.getByLabel("Words for the minutes").fill(`The committee had before it ${reference}. Members discussed who can reach the path.`);
    if (!(await page.getByLabel("Recommendations that members added").isVisible())) await page.getByText("Members changed something", { exact: true }).click();
    await page.getByLabel("Recommendations that members added").fill("7 Close the path in winter");
    await press(person, "Save", "the minutes with an outcome");

    await follow(person, /^Points that were raised/, "the points that were raised");
    await press(person, "Record the point", "a point with nothing filled in");
    await page.getByLabel("Who raised it?").fill("Ward member");
    await page.getByRole("radio", { name: "Question at the meeting" }).check();
    await page.getByLabel("What was asked or said?").fill("Can wheelchair users reach the new path?");
    await date(page, "When?", ["3", "11", "2026"]);
    await press(person, "Record the point", "a point that was recorded");
    await page.goto(`${first}/minutes`);
    await follow(person, /^What was promised/, "what was promised");
    await page.getByLabel("What was promised?").fill("A survey of the path");
    await page.getByLabel("Who will do it?").fill("Head of Flood Risk");
    await date(page, "By when?", ["1", "3", "2027"]);
    await press(person, "Record the promise", "a promise that was recorded");
    await follow(person, /^Record what was done/, "recording what was done");

    const second = await meets(person, "Cabinet", ["16", "3", "2027"], title);
    await goesOn(person, second, title, report);
    await linksAll(person, reference);
    const row = await itemRow(page, title).innerText();
    assert.match(row, /recommendation 7/i, "the next meeting does not say that nothing covers what members added");
    const third = await meets(person, "Full Council", ["15", "4", "2027"], title);
    await goesOn(person, third, title, report);
    await page.goto(`/reports/${report}`);
    await check(person, "the report with its journey");
    assert.equal(await page.locator("#journey tbody tr").count(), 3);
    assert.match(await page.locator("main").innerText(), /7\. Close the path in winter/);
    await follow(person, "Add a version of the report", "adding a version of a report");
    await person.context.close();
  });

  test(`what changes after publication is published again or told with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const title = scripts ? "Bus stops" : "Bus lanes";
    await signInAs(page, "Democratic services clerk", "/meetings");
    const at = await meets(person, "Cabinet", ["13", "4", "2027"], title);
    await follow(person, "Publish check", "the publish check with something in the way");
    await press(person, "Record as published", "a publication that is refused");
    assert.match(await page.title(), /^Error: /);
    await page.goto(at);
    await toLinking(person, title);
    await linkAppendix(person, await signed(page), "Appendix 1");
    await page.goto(at);
    await publishes(person);
    await follow(person, "State again when it was published", "stating again when it was published");
    await press(person, "Save", "a statement with nothing filled in");
    await page.goto(at);
    await pasteAgenda(person, ["2. Minutes"]);
    await page.goto("/meetings/changes");
    await check(person, "the changes since publication");
    assert.match(await page.locator("main").innerText(), /This item was added after the papers were published/);
    await arrive(page, page.getByRole("link", { name: /^Record how members were told for item 2 Minutes/ }).first());
    await check(person, "recording how members were told");
    await press(person, "Save", "telling members with nothing filled in");
    await page.goto(`${at}/publish?kind=supplement`);
    await check(person, "the publish check for a supplement");
    await press(person, "Record as published", "a supplement without a reason");
    await page.getByLabel("Why is there something to publish after the agenda?").fill("The minutes of the last meeting were ready late.");
    await press(person, "Record as published", "the record of a supplement");
    await page.goto("/meetings/changes");
    assert.doesNotMatch(await page.locator("main").innerText(), new RegExp(title));
    await signOut(page);

    await signInAs(page, "Monitoring officer", `${at}/evidence`);
    await check(person, "asking for evidence");
    await press(person, "Get the file", "asking for evidence with nothing filled in");
    await date(page, "As at which date?", ["1", "11", "2026"]);
    await page.getByLabel("At what time?").fill("10am");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Get the file" }).click()]);
    assert.match(file.suggestedFilename(), /^evidence-20261101T100000Z\.zip$/);
    await person.context.close();
  });
}

/** The reference of an assessment that is signed off, on the page that links one. */
async function signed(page) {
  await page.getByLabel("Find by reference or words from the title").fill("Leisure centres");
  await arrive(page, page.getByRole("button", { name: "Find" }));
  return /EQIA-\d{4}-\d{4}/.exec(await page.getByRole("group", { name: "Which assessment?" }).innerText())[0];
}
