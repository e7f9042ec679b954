// Two people change the same answer: the second sees both texts, loses nothing, and chooses.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { signInAs } from "./lib/people.mjs";
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

async function begins(page) {
  await signInAs(page, "Author, Highways", "/casework/start");
  await page.getByLabel("What is the proposal called?").fill("Street trading times");
  await page.getByRole("radio", { name: "Policy", exact: true }).check();
  await page.getByRole("radio", { name: "Do a full assessment" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  return /EQIA-\d{4}-\d{4}/.exec(page.url())[0];
}

for (const scripts of [true, false]) {
  test(`two people who change one answer lose nothing with scripts ${scripts ? "on" : "off"}`, async () => {
    const one = await visitor(browser, { base: service.base, scripts });
    const two = await visitor(browser, { base: service.base, scripts });
    const reference = await begins(one.page);
    await signInAs(two.page, "Author, Highways", `/casework/${reference}/page/change`);
    await one.page.goto(`/casework/${reference}/page/change`);
    await one.page.getByLabel("What does it replace or change?").fill("Stalls may open from seven.");
    await one.page.getByRole("button", { name: "Save and come back later" }).click();
    await two.page.getByLabel("What does it replace or change?").fill("Stalls may open from eight.");
    await two.page.getByLabel("What are its aims and objectives?").fill("Quieter mornings.");
    await two.page.getByRole("button", { name: "Save and continue" }).click();
    await two.page.getByRole("heading", { level: 1, name: "Someone else changed this answer" }).waitFor();
    await check(two, "the conflict page");
    if (scripts) await picture(two.page, "conflict");
    const text = await two.page.locator("main").innerText();
    assert.match(text, /from seven/);
    assert.match(text, /from eight/);
    await two.page.getByRole("button", { name: "Save" }).click();
    await check(two, "the conflict page with nothing chosen");
    await two.page.getByRole("radio", { name: /put together/ }).check();
    await two.page.getByLabel(/put both together/).fill("Stalls may open from seven, and from eight on Sundays.");
    await two.page.getByRole("button", { name: "Save" }).click();
    await two.page.goto(`/casework/${reference}/page/change`);
    assert.equal(await two.page.getByLabel("What does it replace or change?").inputValue(), "Stalls may open from seven, and from eight on Sundays.");
    assert.equal(await two.page.getByLabel("What are its aims and objectives?").inputValue(), "Quieter mornings.");
    await one.context.close();
    await two.context.close();
  });
}
