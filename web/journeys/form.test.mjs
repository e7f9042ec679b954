// An administrator publishes a version of the form, and the next assessment starts on it.
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
});

after(async () => {
  await browser?.close();
});

for (const scripts of [true, false]) {
  test(`a new version of the form is published and used with scripts ${scripts ? "on" : "off"}`, async () => {
    service = await startService();
    try {
      const admin = await visitor(browser, { base: service.base, scripts });
      const { page } = admin;
      await signInAs(page, "Administrator", "/forms");
      await check(admin, "the versions of the form");
      await arrive(page, page.getByRole("button", { name: "Start a new version" }));
      await check(admin, "the version being prepared");
      await arrive(page, page.getByRole("link", { name: "Name of the proposal", exact: true }));
      await page.getByLabel("Question", { exact: true }).fill("");
      await arrive(page, page.getByRole("button", { name: "Save" }));
      await check(admin, "a question with no words");
      await page.getByLabel("Question", { exact: true }).fill("What do people call the proposal?");
      await arrive(page, page.getByRole("button", { name: "Save" }));
      await check(admin, "the version with one change");
      await arrive(page, page.getByRole("link", { name: "Add a question to: What will change, and for whom" }));
      await check(admin, "a question to be added");
      await page.getByRole("radio", { name: "One choice, shown as radios" }).check();
      await page.getByLabel("Question", { exact: true }).fill("Does it differ by season?");
      await page.getByLabel("Short name").fill("Seasonal");
      await page.getByRole("textbox", { name: "Choices" }).fill("Yes\nNo");
      await arrive(page, page.getByRole("button", { name: "Add the question" }));
      await arrive(page, page.getByRole("button", { name: "Move up Seasonal" }));
      await arrive(page, page.getByRole("button", { name: "Turn off Service" }));
      await check(admin, "the version with a question turned off");
      await page.goto("/forms/draft/characteristics/carers");
      await check(admin, "a characteristic");
      await page.goto("/forms/draft/new-characteristic");
      await check(admin, "a characteristic to be added");
      await page.goto("/forms/draft/pages/change");
      await check(admin, "the words of a page");
      await page.goto("/forms/draft/changes");
      await check(admin, "what changes");
      await page.goto("/forms/versions/draft");
      await check(admin, "the preview");
      await page.goto("/forms/draft/drop");
      await check(admin, "deleting the version");
      await page.goto("/forms/draft/publish");
      await arrive(page, page.getByRole("button", { name: "Publish" }));
      await check(admin, "publishing with no day");
      const today = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London" }).formatToParts(new Date());
      for (const part of ["day", "month", "year"]) {
        await page.getByLabel(part[0].toUpperCase() + part.slice(1), { exact: true }).fill(today.find(({ type }) => type === part).value);
      }
      await arrive(page, page.getByRole("button", { name: "Publish" }));
      await check(admin, "the versions with the new one");

      const author = await visitor(browser, { base: service.base, scripts });
      await signInAs(author.page, "Author, Highways", "/casework/start");
      await author.page.getByLabel("What do people call the proposal?").fill("Beach cleaning");
      await author.page.getByRole("radio", { name: "Policy", exact: true }).check();
      await author.page.getByRole("radio", { name: "Do a full assessment" }).check();
      await arrive(author.page, author.page.getByRole("button", { name: "Start" }));
      await author.page.getByRole("group", { name: "Does it differ by season?" }).waitFor();
      assert.equal(await author.page.getByLabel("Which service is responsible?").count(), 0);
      await check(author, "a page of the new form");
      await admin.context.close();
      await author.context.close();
    } finally {
      await service.stop();
    }
  });
}
