// What leaves the committee side: a councillor reads the page of an item, and what a meeting takes in private is told to nobody else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { itemRow } from "./lib/clerk.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { startService } from "./lib/service.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

async function follow(person, name, state) {
  await arrive(person.page, person.page.getByRole("link", { name }).first());
  await check(person, state);
}

/** A councillor goes from the meetings to the page of an item. */
async function readsBriefing(person) {
  const { page } = person;
  await signInAs(page, "Councillor", "/meetings");
  await follow(person, /^Cabinet on/, "a councillor's meeting");
  await follow(person, /^What members need to know/, "the page of an item");
  const text = await page.getByRole("main").innerText();
  assert.ok(text.indexOf("Who could lose out") < text.indexOf("Everything else it found"), text);
  assert.match(text, /Questions you may want to ask/);
  await signOut(page);
}

/** The clerk reads the text for a report, puts it in, and sees that it was made here. */
async function putsText(person) {
  const { page } = person;
  await signInAs(page, "Democratic services clerk", "/meetings");
  await follow(person, /^Cabinet/, "the clerk's meeting");
  const at = page.url();
  const item = (await itemRow(page, "Lower Weir flood scheme").getByRole("link", { name: /^What members need to know/ }).getAttribute("href")).replace("briefing", "");
  await page.goto(`${item}report-text?number=eight`);
  await check(person, "a section number that is none");
  assert.match(await page.title(), /^Error: /);
  await page.goto(`${item}report-text`);
  await check(person, "the text for a report");
  await page.getByRole("textbox", { name: "Text to put in the report" }).fill("");
  await arrive(page, page.getByRole("button", { name: "Put this text in the report" }));
  await check(person, "no text to put in the report");
  await page.getByRole("textbox", { name: "Text to put in the report" }).fill(`Members, read this. ${person.scripts}`);
  await arrive(page, page.getByRole("button", { name: "Put this text in the report" }));
  await check(person, "a text that was changed by hand");
  assert.match(await page.getByRole("main").innerText(), /changed by hand/);
  return { at, item };
}

/** The clerk closes the item; then nobody else finds its title, and the equality lead is asked to decide. */
async function closes(person, { at, item }) {
  const { page } = person;
  await page.goto(`${item}edit`);
  await page.getByRole("radio", { name: "Exempt", exact: true }).check();
  await arrive(page, page.getByRole("button", { name: "Save" }));
  await check(person, "the meeting with a closed item");
  await signOut(page);
  await page.goto(at.replace("/meetings/", "/council-meetings/"));
  await check(person, "the meeting as the public sees it");
  assert.doesNotMatch(await page.content(), /Lower Weir/);
  await page.goto("/council-meetings");
  await check(person, "the council's meetings");
  await signInAs(page, "Councillor", new URL(at).pathname);
  assert.doesNotMatch(await page.content(), /Lower Weir/);
  assert.equal((await page.goto(`${item}briefing`)).status(), 404);
  await page.goto("/meetings");
  await signOut(page);
}

/** The equality lead decides who may read the assessment that the meeting takes in private. */
async function decides(person) {
  const { page } = person;
  await signInAs(page, "Equality lead", "/review");
  await follow(person, /^Assessments before closed meetings/, "the assessments before closed meetings");
  await follow(person, /Lower Weir/, "who may read it");
  await arrive(page, page.getByRole("button", { name: "Record the decision" }));
  await check(person, "a decision with nothing filled in");
  assert.match(await page.title(), /^Error: /);
  await page.getByRole("radio", { name: /^Open it/ }).check();
  await page.getByRole("checkbox", { name: "Paragraph 3" }).check();
  await page.getByRole("textbox", { name: "Why?" }).fill("Nothing in it says what the land may cost.");
  for (const [part, value] of [["Day", "1"], ["Month", "6"], ["Year", "2027"]]) await page.getByLabel(part, { exact: true }).fill(value);
  await arrive(page, page.getByRole("button", { name: "Record the decision" }));
  await check(person, "the decision is recorded");
  await signOut(page);
}

/** Anyone who is signed in makes an address for their calendar, and stops it. */
async function subscribes(person) {
  const { page } = person;
  await signInAs(page, "Author, Highways", "/account/calendar");
  await check(person, "the calendar before there is an address");
  await arrive(page, page.getByRole("button", { name: /^Make a/ }));
  await check(person, "the address of a calendar");
  const address = (await page.locator("#calendar-address").innerText()).trim();
  const feed = await page.request.get(new URL(address).pathname);
  assert.match(await feed.text(), /^BEGIN:VCALENDAR\r\n/);
  await arrive(page, page.getByRole("button", { name: "Stop the address" }));
  await check(person, "the calendar after its address is stopped");
  assert.equal((await page.request.get(new URL(address).pathname)).status(), 404);
  await signOut(page);
}

for (const scripts of [true, false]) {
  test(`members read what could go wrong, and a closed item is told to nobody else, scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const service = await startService();
    try {
      const person = await visitor(browser, { base: service.base, scripts });
      await readsBriefing(person);
      const where = await putsText(person);
      await closes(person, where);
      await decides(person);
      await subscribes(person);
    } finally {
      await service.stop();
    }
  });
}
