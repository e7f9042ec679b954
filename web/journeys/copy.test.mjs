// An assessment is started from an earlier one: it is found, copied, and warns until each page is checked. And the form is printed blank.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
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

for (const scripts of [true, false]) {
  test(`an earlier assessment is copied and checked with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await signInAs(page, "Author, Highways", "/casework/start");
    await page.getByText("Start from an earlier one, or on paper").click();
    await arrive(page, page.getByRole("link", { name: "Copy from an earlier assessment" }));
    await check(person, "choosing what to copy");
    await page.getByLabel("Words or reference").fill("home library");
    await arrive(page, page.getByRole("button", { name: "Search" }));
    await check(person, "what can be copied");
    if (scripts) await picture(page, "copy-found");
    await arrive(page, page.getByRole("link", { name: /^Copy this one.*Home library service: visits/ }));
    await arrive(page, page.getByRole("button", { name: "Copy and start" }));
    await check(person, "a copy without a name");
    await page.getByLabel("What is the new proposal called?").fill("Home library service of next year");
    await arrive(page, page.getByRole("button", { name: "Copy and start" }));
    await check(person, "the task list of a copy");
    if (scripts) await picture(page, "copied");
    const home = page.url();

    await arrive(page, page.getByRole("link", { name: "Age", exact: true }));
    await page.getByText(/^Copied from EQIA-\d{4}-\d{4}, written .* ago\. Check it is still true/).waitFor();
    await check(person, "a copied group");
    await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
    await arrive(page, page.getByRole("link", { name: "Age", exact: true }));
    assert.equal(await page.getByText(/^Copied from/).count(), 0);

    await page.goto(home);
    await arrive(page, page.getByRole("link", { name: "See similar assessments" }));
    await check(person, "similar assessments");
    await page.getByRole("link", { name: /^Home library service: visits/ }).waitFor();
    await page.goto("/casework/blank-form");
    await check(person, "the blank form");
    await person.context.close();
  });
}
