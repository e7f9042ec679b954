// An author brings in a council's older form in Word, reads what was understood of it, and makes a draft.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { signInAs } from "./lib/people.mjs";
import { startService } from "./lib/service.mjs";
import { olderForm } from "./lib/word.mjs";

let browser;
let service;

before(async () => {
  browser = await launch();
  try {
    service = await startService();
  } catch (failed) {
    await browser.close();
    throw failed;
  }
});

after(async () => {
  await browser?.close();
  await service?.stop();
});

const form = olderForm([
  ["Service area", "Highways"],
  ["Cost centre", "C1234"],
  ["Aims and objectives", "Fewer falls on ice in winter."],
  ["Protected characteristic", "Choose impact", "How"],
  ["Age", "Anticipated positive impact", "Older people fall less."],
  ["Disability", "No impact", ""],
  ["Gender reassignment and gender identity", "Neutral", "Nothing changes."],
]);

for (const scripts of [true, false]) {
  test(`an older form in Word becomes a draft with scripts ${scripts ? "on" : "off"}`, async () => {
    const one = await visitor(browser, { base: service.base, scripts });
    const { page } = one;
    await signInAs(page, "Author, Highways", "/casework/start");
    await page.getByText("Start from an earlier one, or on paper").click();
    await page.getByRole("link", { name: "Bring in a Word file" }).click();
    await check(one, "the page that asks for a file");
    await page.getByRole("button", { name: "See what was understood" }).click();
    await check(one, "the page with no file chosen");
    await page.getByLabel("Word file").setInputFiles(form);
    await page.getByRole("button", { name: "See what was understood" }).click();
    await page.getByRole("heading", { level: 1, name: "Check what was understood" }).waitFor();
    await check(one, "what was understood");
    const text = await page.locator("main").innerText();
    for (const said of [/C1234/, /No impact/, /stood for several groups: Gender reassignment and Gender identity/, /Older people fall less\./, /Never asked in the file/]) {
      assert.match(text, said);
    }
    await page.getByRole("button", { name: "Make a draft" }).click();
    await check(one, "what was understood, without a name");
    await page.getByLabel("What is the proposal called?").fill("Grit bins in car parks");
    await page.getByRole("button", { name: "Make a draft" }).click();
    const reference = /EQIA-\d{4}-\d{4}/.exec(page.url())[0];
    assert.match(await page.locator("main").innerText(), /Grit bins in car parks/);
    await page.goto(`/casework/${reference}/impacts/age`);
    assert.ok(await page.getByRole("checkbox", { name: /^Positive/ }).isChecked());
    await page.goto(`/casework/${reference}/impacts/disability`);
    assert.equal(await page.getByRole("checkbox", { name: /^Neutral/ }).isChecked(), false);
    await one.context.close();
  });
}

test("a document that is taken as a Word file is brought back in and says the same", async () => {
  const one = await visitor(browser, { base: service.base, scripts: true });
  const { page } = one;
  await signInAs(page, "Author, Highways", "/casework/blank-form");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "The blank form (Word)" }).click()]);
  await page.goto("/imports/assessment");
  await page.getByLabel("Word file").setInputFiles(await file.path());
  await page.getByRole("button", { name: "See what was understood" }).click();
  await check(one, "what was understood of a blank form");
  assert.match(await page.locator("main").innerText(), /0 pieces of the file were understood, and 0 were not/);
  await page.getByRole("button", { name: "Do not bring it in" }).click();
  await page.getByRole("heading", { level: 1, name: "Start an assessment" }).waitFor();
  await one.context.close();
});
