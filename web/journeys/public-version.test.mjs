// The equality lead publishes an assessment without the words that may not be public, adds another format, hears from the public, and takes
// it away again.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { written } from "./lib/drafts.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { command, startService } from "./lib/service.mjs";

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

const address = "jane.alder@mail.example";

/** Brings in an assessment that was signed off outside the service and holds a personal detail, and gives its reference. */
async function signed(title) {
  const assessment = await written();
  assessment.content.answers.title.text = title;
  assessment.content.answers.aims.text += ` Write to ${address} to take part.`;
  assessment.record = { ...assessment.record, state: "signed_off", completed_on: "2026-09-01", digest: "", check_code: "" };
  assessment.record.signed_off = { by: "", role: "Head of Libraries", on: "2026-09-01" };
  const file = join(service.data, "signed.json");
  await writeFile(file, JSON.stringify(assessment));
  return (await command(service, "import", "assessment", file, "--legacy")).trim();
}

async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name }));
  await check(person, state);
}

async function follow(person, name, state) {
  await arrive(person.page, person.page.getByRole("link", { name }));
  await check(person, state);
}

async function refused(person, name, state) {
  await press(person, name, state);
  assert.match(await person.page.title(), /^Error: /);
}

/** Leaves the detail out, and publishes what remains. */
async function publishes(person, reference) {
  const { page } = person;
  await page.goto(`/casework/${reference}/publish`);
  await check(person, "publishing with something to look at first");
  assert.match(await page.locator("main").innerText(), /Take out an email address/);
  await refused(person, "Publish version 1.0", "publishing what nobody looked at");
  await follow(person, "Leave some words out of the public version", "leaving words out");
  await refused(person, "Leave these words out", "leaving nothing out");
  await page.getByLabel("Words to leave out").fill(address);
  await press(person, "Leave these words out", "words that are left out");
  assert.match(await page.locator("del").innerText(), /jane\.alder/);
  await press(person, "Continue", "deciding to publish without the words");
  await refused(person, "Publish without these words", "a decision with nothing filled in");
  await page.getByRole("checkbox", { name: "Personal data" }).check();
  await page.getByLabel("Why should the public not read them?").fill("It is somebody’s own address.");
  for (const [part, value] of [["Day", "1"], ["Month", "3"], ["Year", "2027"]]) await page.getByLabel(part, { exact: true }).fill(value);
  const looked = page.getByRole("checkbox", { name: "I have looked at each of these" });
  if ((await looked.count()) > 0) await looked.check();
  await press(person, "Publish without these words", "the public version, inside");
  assert.match(await page.locator("main").innerText(), /version 1\.0 with some words left out/);
}

/** Adds a film in sign language and a translation. */
async function formats(person, reference) {
  const { page } = person;
  await follow(person, "Other formats", "other formats, when there are none");
  await refused(person, "Add this format", "a format with nothing filled in");
  await page.getByRole("radio", { name: "British Sign Language" }).check();
  await page.getByLabel("Link to a film").fill("https://films.example/1");
  await press(person, "Add this format", "a film that was added");
  await page.getByRole("radio", { name: "Translation" }).check();
  await page.getByLabel("Language", { exact: true }).fill("Polish");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "polish.txt", mimeType: "text/plain", buffer: Buffer.from("Łatwy tekst") });
  await press(person, "Add this format", "a translation that was added");
  assert.match(page.url(), new RegExp(`${reference}/v/1.1/formats$`));
}

/** Reads it as the public does, and says something about it. */
async function reads(person, reference) {
  const { page } = person;
  await page.goto(`/assessments/${reference}/v/1.0`);
  assert.match(page.url(), /\/v\/1\.1$/, "the address of the whole version leads elsewhere");
  await check(person, "the public version");
  const text = await page.locator("main").innerText();
  assert.match(text, /Some words were left out/);
  assert.doesNotMatch(text, /jane\.alder/);
  assert.match(text, /Translation, Polish \(plain text, 1 KB\)/);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Translation, Polish/ }).click()]);
  assert.equal(file.suggestedFilename(), `${reference}-v1.1-translation-polish.txt`);
  await follow(person, "Give feedback on this assessment", "giving feedback");
  await refused(person, "Send feedback", "feedback with nothing in it");
  await page.getByLabel("What do you want to tell us?").fill("The reading group meets on Mondays.");
  await press(person, "Send feedback", "feedback that was sent");
  assert.deepEqual(await page.context().cookies(), []);
}

/** Shows what was said, with an answer. */
async function answers(person) {
  const { page } = person;
  await page.goto("/review/feedback");
  await check(person, "feedback from the public");
  await arrive(page, page.locator("#feedback tbody a").first());
  await check(person, "deciding on feedback");
  await refused(person, "Save", "feedback with nothing decided");
  await page.getByRole("radio", { name: "Show it on the public page" }).check();
  await page.getByLabel(/^The council’s answer/).fill("Thank you. We will ask the group.");
  await press(person, "Save", "feedback that was decided on");
  await page.goto("/review/closed");
  await check(person, "what is left out, and when to look again");
}

for (const scripts of [true, false]) {
  test(`an assessment is published without some words and withdrawn with scripts ${scripts ? "on" : "off"}`, async () => {
    const reference = await signed(scripts ? "Reading groups in branches" : "Reading groups in schools");
    const lead = await visitor(browser, { base: service.base, scripts });
    const anyone = await visitor(browser, { base: service.base, scripts });
    await signInAs(lead.page, "Equality lead", "/review");
    await publishes(lead, reference);
    await formats(lead, reference);
    await reads(anyone, reference);
    await answers(lead);
    await anyone.page.goto(`/assessments/${reference}`);
    await check(anyone, "the public version with feedback");
    assert.match(await anyone.page.locator("main").innerText(), /We will ask the group/);

    await lead.page.goto(`/casework/${reference}/v/1.0/move/withdraw`);
    await lead.page.getByLabel("Why is it withdrawn?").fill("The groups will not start.");
    await press(lead, "Withdraw", "a version that was withdrawn");
    await signOut(lead.page);
    await anyone.context.close(); // a browser may keep a public page for a minute
    const later = await visitor(browser, { base: service.base, scripts });
    for (const path of ["", "/v/1.1"]) {
      const gone = await later.page.goto(`/assessments/${reference}${path}`);
      assert.equal(gone.status(), 410);
      await check(later, "what was withdrawn");
      assert.match(await later.page.locator("main").innerText(), /The groups will not start/);
    }
    await lead.context.close();
    await later.context.close();
  });
}
