// The clerk's short path: a meeting of ten items and three reports, with four assessments before members and one report that another's covers.
// It is counted, because it is done at half past four on the day that the agenda is published.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Writer } from "./lib/answers.mjs";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { itemRow } from "./lib/clerk.mjs";
import { signInAs } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

const mostPages = 8;
const mostAnswers = 16;

const walls = "Lower Weir flood walls and road works";
const visits = "Leisure centre prices and home library visits";
const agenda = ["1. Apologies", "2. Minutes", "3. Declarations of interest", "4. Public participation", "5. Questions from councillors",
  "6. Forward plan", `7. ${walls}`, `8. ${visits}`, "9. Grants after the flood", "10. Exempt business"];

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

/** Says on the page of recognised items that an assessment is appended to a report, and gives its reference. */
async function appends(w, title, label) {
  const select = w.page.getByLabel(new RegExp(`^EQIA-.*: ${title}`)).first();
  const name = await select.getAttribute("name");
  await select.selectOption({ label: "Appended to the report" });
  await w.page.locator(`[name="label-${name}"]`).fill(label);
  w.answers += 2;
  return /EQIA-\d{4}-\d{4}/.exec(name)[0];
}

for (const scripts of [true, false]) {
  test(`a clerk gets an agenda ready in ${mostPages} pages with scripts ${scripts ? "on" : "off"}`, { timeout: 120_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const w = new Writer(person, check);
    await page.goto("/meetings");
    await w.on("Sign in");
    await signInAs(page, "Democratic services clerk", "/meetings");
    await w.on("Meetings");
    await w.press("Add a meeting");

    await w.on("Add a meeting");
    await w.pick("Committee", "Cabinet");
    await w.date("Date of the meeting", ["16", "3", "2027"]);
    await w.write("Start time", scripts ? "10am" : "14:30");
    await w.choose("Is the meeting confirmed?", "Confirmed");
    await w.go();

    await w.on("Add agenda items");
    await page.getByLabel("Agenda items", { exact: true }).fill(agenda.join("\n"));
    w.answers += 1;
    await w.press("Continue");

    await w.on("Check the agenda items");
    const scheme = await appends(w, "Lower Weir flood scheme", "Appendix 1");
    await appends(w, "New filing names for road works drawings", "Appendix 2");
    await appends(w, "Leisure centres", "Appendix 3");
    await appends(w, "Home library service", "Appendix 4");
    if (scripts) await picture(page, "agenda-offers");
    await w.press("Add 10 items");

    await w.on("Cabinet, 16 March 2027");
    for (const title of [walls, visits]) assert.match(await itemRow(page, title).innerText(), /Nothing outstanding/i);
    await itemRow(page, "Grants").getByRole("link", { name: /^Record a reason for none/ }).click();

    await w.on("Record why there is no assessment");
    await w.choose("Why is there no assessment?", "Another assessment covers it");
    await w.write("The reason, in words the public can read", "The grants pay for the walls in that scheme. We checked that the same people are affected.");
    await w.write("Reference of the assessment it relies on", scheme);
    await w.press("Record the reason");

    await w.on("Cabinet, 16 March 2027");
    assert.match(await itemRow(page, "Grants").innerText(), /is not agreed yet/i);
    assert.ok(w.pages.length <= mostPages, `${w.pages.length} pages: ${w.pages.join("; ")}`);
    assert.ok(w.answers <= mostAnswers, `${w.answers} answers`);
    console.log(`the clerk's short path: ${w.pages.length} pages, ${w.answers} answers`);
    await person.context.close();
  });
}
