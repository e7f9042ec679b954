// Two people change the same answer: the second sees both texts, loses nothing, and chooses.
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

// The other kinds of page: the address below the assessment, what is typed there, and what each of the two says.
const pages = [
  { name: "a group", path: "impacts/age", field: "Who is affected, and in what way?", save: "Save and come back later", mine: /What the effect is: put both together/ },
  { name: "a source of evidence", path: "list/evidence/1", field: "Who published it (optional)", save: "Save", mine: /Published by: put both together/ },
];

for (const scripts of [true, false]) {
  for (const { name, path, field, save, mine } of pages) {
    test(`two people who change ${name} lose nothing with scripts ${scripts ? "on" : "off"}`, async () => {
      const one = await visitor(browser, { base: service.base, scripts });
      const two = await visitor(browser, { base: service.base, scripts });
      const at = `/casework/${await begins(one.page)}`;
      await one.page.goto(`${at}/list/evidence`);
      await one.page.getByLabel("Name of the source").fill("Counts of the market");
      await arrive(one.page, one.page.getByRole("button", { name: "Save", exact: true }));
      await signInAs(two.page, "Author, Highways", `${at}/${path}`);
      await one.page.goto(`${at}/${path}`);
      await one.page.getByLabel(field).fill("What the first one wrote");
      await arrive(one.page, one.page.getByRole("button", { name: save, exact: true }));
      await two.page.getByLabel(field).fill("What the second one wrote");
      await arrive(two.page, two.page.getByRole("button", { name: save, exact: true }));
      await two.page.getByRole("heading", { level: 1, name: "Someone else changed this answer" }).waitFor();
      await check(two, `the conflict page for ${name}`);
      const text = await two.page.locator("main").innerText();
      assert.match(text, /What the first one wrote/);
      assert.match(text, /What the second one wrote/);
      await two.page.getByRole("radio", { name: /put together/ }).check();
      await two.page.getByLabel(mine).fill("What both of them wrote");
      await arrive(two.page, two.page.getByRole("button", { name: "Save", exact: true }));
      await two.page.goto(`${at}/${path}`);
      assert.equal(await two.page.getByLabel(field).inputValue(), "What both of them wrote");
      await one.context.close();
      await two.context.close();
    });
  }
}
