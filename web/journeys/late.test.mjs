// A late item that is urgent: it needs the chairman's reason, and what is said of equality needs the monitoring officer's agreement.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { itemRow, pasteAgenda } from "./lib/clerk.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { startService } from "./lib/service.mjs";

const title = "Emergency repairs to the river wall";

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
  await arrive(person.page, person.page.getByRole("button", { name }));
  await check(person, state);
}

/** Fills in a date so many days from today. */
async function date(page, group, days) {
  const day = new Date(Date.now() + days * 86_400_000);
  const field = page.getByRole("group", { name: group });
  await field.getByLabel("Day").fill(String(day.getDate()));
  await field.getByLabel("Month").fill(String(day.getMonth() + 1));
  await field.getByLabel("Year").fill(String(day.getFullYear()));
}

/** Adds a meeting three days from now whose agenda was published elsewhere in good time, and goes to its page. */
async function meets(person) {
  const { page } = person;
  await page.goto("/meetings/add");
  await page.getByLabel("Committee").selectOption({ label: "Place Overview Committee" });
  await date(page, "Date of the meeting", 3);
  await page.getByLabel("Start time").fill(person.scripts ? "10am" : "2pm");
  await page.getByRole("radio", { name: "Confirmed" }).check();
  await arrive(page, page.getByRole("button", { name: "Save and continue" }));
  await arrive(page, page.getByRole("link", { name: "Back to the meeting" }));
  await pasteAgenda(person, ["1. Minutes"]);
  const at = new URL(page.url()).pathname;
  await arrive(page, page.getByRole("link", { name: "Publish check" }));
  await page.getByText("It was published before now", { exact: true }).click();
  await date(page, "Date it was published", -12);
  await page.getByLabel("Time it was published").fill("9am");
  await page.getByLabel("How do you know?").fill("The council’s website");
  await press(person, "Record as published", "an agenda that was published elsewhere");
  await page.goto(at);
  return at;
}

for (const scripts of [true, false]) {
  test(`a late and urgent item is taken for a reason with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await signInAs(page, "Democratic services clerk", "/meetings");
    const at = await meets(person);
    await pasteAgenda(person, [`2. ${title}`]);
    const row = itemRow(page, title);
    assert.match(await row.innerText(), /chairman/i, "a late item without the chairman’s reason is not held up");

    await arrive(page, row.getByRole("link", { name: /^Open item/ }));
    await arrive(page, page.getByRole("link", { name: /^Change item/ }));
    await page.getByRole("radio", { name: "Urgent item" }).check();
    await press(person, "Save", "an urgent item without a reason");
    assert.match(await page.title(), /^Error: /);
    await page.getByLabel("Why it is urgent").fill("The wall moved on Monday. The chairman agreed that it can’t wait for the next meeting.");
    await press(person, "Save", "the meeting with an urgent item");

    await page.goto(at);
    await arrive(page, row.getByRole("link", { name: /^Record a reason for none/ }));
    await page.getByRole("radio", { name: "The item is urgent" }).check();
    await page.getByLabel("The reason, in words the public can read").fill("People who can’t use steps were asked today, and a ramp comes with the repairs.");
    await date(page, "Date of the later decision or assessment", 90);
    await press(person, "Record the reason", "an urgent reason with a follow-up that is too late");
    assert.match(await page.title(), /^Error: /);
    await date(page, "Date of the later decision or assessment", 20);
    await press(person, "Record the reason", "the meeting with an urgent reason that waits");
    assert.match(await row.innerText(), /is not agreed yet/i);
    await signOut(page);

    await signInAs(page, "Monitoring officer", at);
    await press(person, /^Agree the reason/, "the meeting with the urgent reason agreed");
    assert.doesNotMatch(await row.innerText(), /Blocked/i, "the item is still held up");
    await person.context.close();
  });
}
