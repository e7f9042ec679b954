// A clerk brings in a forward plan after seeing what it would do, twice; says which report an item becomes; sees by when its assessment is
// needed; and brings in a meeting from the committee system's own file.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { arrive, signInAs } from "./lib/people.mjs";
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

const plan = (suffix) =>
  [
    "plan,subject,key_decision,public_access,decision_maker,decision_date,consulted,lead_officer",
    `Cabinet,Lower Weir flood scheme ${suffix},yes,open,Cabinet,2027-03-16,Place Overview Committee 2027-02-11,Head of Flood Risk`,
    `Cabinet,Land purchase ${suffix},yes,fully_exempt,Cabinet,2027-04-13,,`,
    `Cabinet,Annual update ${suffix},no,open,Cabinet,,,`,
    `Cabinet,Bad date ${suffix},no,open,Cabinet,1/2/27,,`,
  ].join("\n");

const meeting = (number, venue) => `<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingid>${number}</meetingid><committeetitle>Cabinet</committeetitle><meetingdate>14/09/2027</meetingdate>
<meetingtime>10:00 am</meetingtime><meetinglocation>${venue}</meetinglocation><meetingstatus>Confirmed</meetingstatus><agendaitems>
<agendaitem><agendaitemid>${number}1</agendaitemid><agendaitemnumber>1</agendaitemnumber><agendaitemtitle>Apologies</agendaitemtitle></agendaitem>
<agendaitem><agendaitemid>${number}2</agendaitemid><agendaitemnumber>2</agendaitemnumber><agendaitemtitle>Parks &amp;amp; play areas</agendaitemtitle></agendaitem>
</agendaitems></meeting>`;

async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name, exact: true }));
  await check(person, state);
}

async function upload(person, label, name, text) {
  await person.page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await press(person, "See what would change", `what ${name} would do`);
}

async function count(page, key) {
  const row = page.locator(".govuk-summary-list__row", { hasText: key });
  return (await row.locator("dd").innerText()).trim();
}

async function bringsPlan(person, suffix) {
  const { page } = person;
  await arrive(page, page.getByRole("button", { name: "Bring in a plan" }));
  await check(person, "bringing in a plan");
  await press(person, "See what would change", "a plan with no file");
  assert.match(await page.title(), /^Error: /);
  await upload(person, "CSV file", "plan.csv", plan(suffix));
  assert.deepEqual([await count(page, "New items"), await count(page, "Rows that cannot be read")], ["3", "1"]);
  await press(person, "Bring in 3 items", "the plan with its items");
  await arrive(page, page.getByRole("button", { name: "Bring in a plan" }));
  await upload(person, "CSV file", "plan.csv", plan(suffix));
  assert.deepEqual([await count(page, "New items"), await count(page, "Unchanged items")], ["0", "3"]);
  await press(person, "Finish: nothing changes", "the plan brought in twice");
}

async function confirmsReport(person, suffix) {
  const { page } = person;
  await arrive(page, page.getByRole("link", { name: `Lower Weir flood scheme ${suffix}` }));
  await check(person, "an item of the plan");
  const main = page.locator("main");
  assert.match(await main.innerText(), /The assessment is needed by\s+13 January 2027/);
  assert.match(await page.locator("#likely").innerText(), /same lead officer[\s\S]*shared rare word/);
  await arrive(page, page.getByRole("button", { name: /^It is the same matter/ }).first());
  await check(person, "an item with its report");
  await press(person, "Link it to this item", "an item with no assessment entered");
  assert.match(await page.title(), /^Error: /);
  await arrive(page, page.getByRole("button", { name: "Change this item" }));
  await check(person, "changing an item");
  await page.getByLabel("Title of the item").fill("");
  await press(person, "Save", "an item without a title");
  assert.match(await page.title(), /^Error: /);
  await page.getByLabel("Title of the item").fill(`Lower Weir walls ${suffix}`);
  await press(person, "Save", "an item that was changed here");
  assert.match(await page.locator("#held").innerText(), new RegExp(`In the plan: Lower Weir flood scheme ${suffix}`));
  await arrive(page, page.getByRole("button", { name: /^Use what the plan says/ }));
  assert.equal(await page.locator("h1").innerText(), `Lower Weir flood scheme ${suffix}`);
}

async function bringsMeeting(person, number) {
  const { page } = person;
  await page.goto("/imports");
  await check(person, "the files that wait");
  await arrive(page, page.getByRole("button", { name: "Bring in meetings" }));
  await check(person, "bringing in meetings");
  await upload(person, "CSV or XML file", "meeting.xml", meeting(number, "Council chamber"));
  assert.equal(await count(page, "New meetings and agenda items"), "3");
  await press(person, "Bring these in", "the meetings with the new one");
  await page.goto("/imports/meetings");
  await upload(person, "CSV or XML file", "meeting.xml", meeting(number, "Town hall"));
  assert.match(await page.locator("#changes").innerText(), /Venue from “Council chamber” to “Town hall”/);
  await press(person, "Do not bring it in", "a file that was dropped");
}

for (const scripts of [true, false]) {
  test(`a clerk brings in a plan and a meeting with scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const suffix = scripts ? "one" : "two";
    await signInAs(person.page, "Democratic services clerk", "/plan");
    await check(person, "the forward plan");
    await bringsPlan(person, suffix);
    await confirmsReport(person, suffix);
    await bringsMeeting(person, scripts ? 801 : 802);
    await person.context.close();
  });
}
