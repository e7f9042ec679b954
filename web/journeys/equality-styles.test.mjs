// The three ways in which reports deal with equality: the whole assessment appended; one assessment for several reports, with a reason at the one
// that has none of its own; and a paragraph that speaks of an assessment which members are not given.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { itemRow } from "./lib/clerk.mjs";
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

const flood = "Lower Weir flood scheme: final plan";
const quarter = "Second quarter: money and performance";

for (const scripts of [true, false]) {
  test(`reports deal with equality in three ways with scripts ${scripts ? "on" : "off"}`, { timeout: 180_000 }, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await signInAs(page, "Democratic services clerk", "/meetings");
    await arrive(page, page.getByRole("link", { name: /^Cabinet/ }).first());
    const meeting = new URL(page.url()).pathname;
    const row = await itemRow(page, flood).innerText();
    assert.match(row, /Appended to the report, Appendix 3/);
    const reference = /EQIA-\d{4}-\d{4}/.exec(row)[0];
    await arrive(page, itemRow(page, flood).getByRole("link", { name: /^Open item/ }));
    await check(person, "a report with its assessment appended");
    assert.match(await page.locator("main").innerText(), /There may be a negative effect/);

    // With scripts off the reason is there already.
    await page.goto(meeting);
    if (scripts) {
      await arrive(page, itemRow(page, quarter).getByRole("link", { name: /^Record a reason for none/ }));
      await page.getByRole("radio", { name: "Another assessment covers it" }).check();
      await page.getByLabel("The reason, in words the public can read").fill("The money in it is for that scheme. We checked that the same people are affected.");
      await page.getByLabel("Reference of the assessment it relies on").fill(reference);
      await arrive(page, page.getByRole("button", { name: "Record the reason" }));
    }
    await arrive(page, itemRow(page, quarter).getByRole("link", { name: /^Open item/ }));
    await check(person, "a report that another's assessment covers");
    assert.match(await page.locator("main").innerText(), new RegExp(`Another assessment covers it[\\s\\S]*${reference} version`));

    await arrive(page, page.getByRole("link", { name: "Enter the text of the report" }));
    await check(person, "a new version of a report");
    await page.getByLabel("What the report says about equality").fill("An equality impact assessment has been completed. No group is treated less well.");
    await arrive(page, page.getByRole("button", { name: "Add the version" }));
    await check(person, "a report with its versions");
    await page.goto(meeting);
    await arrive(page, itemRow(page, quarter).getByRole("link", { name: /^Open item/ }));
    await check(person, "a report that speaks of what members are not given");
    if (scripts) await picture(page, "item");
    assert.match(await page.locator("main").innerText(), /Blocks \(EQ-04\)/);
    await person.context.close();
  });
}
