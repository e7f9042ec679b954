// What few authors need: two options, a group answered for each option and each audience, people in two groups at once, and an option that
// is dropped again. Every page on the way is checked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { draft } from "./lib/drafts.mjs";
import { arrive, signInAs } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
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

/** Presses a button, and checks the page it leads to. */
async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name, exact: true }));
  await check(person, state);
}

async function adds(person, home, option, state) {
  const { page } = person;
  await page.goto(`${home}/list/option`);
  await check(person, "an option to be added");
  await page.getByLabel("Name of the option").fill(option);
  await press(person, "Save", state);
}

/** Answers for each option and each audience, and joins the answers again. */
async function divides(person, home) {
  const { page } = person;
  await page.goto(`${home}/impacts/age`);
  await check(person, "a group that can be divided");
  await press(person, "Answer for each audience", "a group answered for each audience");
  await press(person, "Answer for each audience and each option", "a group answered for each audience and option");
  assert.equal(await page.getByLabel("Who is affected, and in what way?").count(), 4);
  if (person.scripts) await picture(page, "divided");
  await press(person, "Answer for each option", "a group answered for each option");
  await page.getByRole("checkbox", { name: "Positive", exact: true }).nth(1).uncheck();
  await page.getByRole("checkbox", { name: "Negative", exact: true }).nth(1).check();
  await page.getByLabel("Who is affected, and in what way?").nth(1).fill("Readers over 75 who cannot travel gain nothing from books in one branch.");
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
}

/** Adds a page for people in two groups at once, after choosing too few. */
async function together(person, home) {
  const { page } = person;
  await page.goto(`${home}/together`);
  await check(person, "groups to look at together");
  await page.getByRole("checkbox", { name: "Age", exact: true }).check();
  await press(person, "Add the page", "one group alone");
  assert.match(await page.title(), /^Error: /);
  await page.getByRole("checkbox", { name: "Sex", exact: true }).check();
  await press(person, "Add the page", "people in two groups");
  await page.getByLabel("Who is affected, and in what way?").first().fill("Older women borrow most large print.");
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  await page.goto(`${home}/read`);
  assert.match(await page.locator("main").innerText(), /Older women borrow most large print/);
  await check(person, "the assessment with people in two groups");
}

/** Removes the second option: what was written for it alone is kept. */
async function drops(person, home) {
  const { page } = person;
  await page.goto(`${home}/list/option/2/remove`);
  await check(person, "removing an option that has answers");
  assert.match(await page.locator("main").innerText(), /answer for this option alone: Age/);
  await press(person, "Remove", "the page without the option");
  await page.goto(`${home}/impacts/age`);
  await check(person, "a group that keeps what was written for the option");
  assert.match(await page.content(), /gain nothing from books in one branch/);
}

for (const scripts of [true, false]) {
  test(`answers are divided, compared and put together with scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const home = `/casework/${await draft(service, "Large print in some branches")}`;
    await signInAs(page, "Author, Highways", `${home}/page/change`);
    await page.getByRole("radio", { name: "Both", exact: true }).check();
    await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
    await adds(person, home, "Every branch", "the page with its first option");
    await adds(person, home, "One branch", "the page with two options");
    await divides(person, home);
    await page.goto(`${home}/options`);
    await check(person, "the options compared");
    assert.match(await page.locator("main").innerText(), /The options differ for: /);
    if (scripts) await picture(page, "options");
    await together(person, home);
    await drops(person, home);
    await person.context.close();
  });
}
