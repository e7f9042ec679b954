// An author cites figures of the evidence library beside an answer; the lead replaces one; the author takes the new one in one press.
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
  await page.getByLabel("What is the proposal called?").fill("Sunday buses");
  await page.getByRole("radio", { name: "Policy", exact: true }).check();
  await page.getByRole("radio", { name: "Do a full assessment" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  return /EQIA-\d{4}-\d{4}/.exec(page.url())[0];
}

/** The group and the row of a table that this run cites, so that the two runs do not share a figure. */
const runs = {
  true: { code: "age", cell: "Aged 65 to 74, all residents, 2021", id: "age-65-to-74-residents-all-2021" },
  false: { code: "disability", cell: "Disclosed disability, workforce, 2024", id: "disability-disclosed-disability-workforce-2024" },
};

async function cites(author, reference, run) {
  const { page } = author;
  await page.goto(`/casework/${reference}/impacts/${run.code}`);
  await check(author, "a group with its figures");
  if (author.scripts) await picture(page, "figures");
  await page.getByLabel("Who is affected, and in what way?").fill("Fewer buses reach the villages on Sundays.");
  await page.getByRole("button", { name: new RegExp(`^Cite .*${run.cell}`) }).click();
  await page.getByText("Your answer is saved, and the figure is among your evidence.").waitFor();
  assert.equal(await page.getByLabel("Who is affected, and in what way?").inputValue(), "Fewer buses reach the villages on Sundays.");
  assert.equal(await page.getByRole("group", { name: "Which of your evidence shows this?" }).getByRole("checkbox").first().isChecked(), true);
  await check(author, "a group with a figure that is cited");
  await page.goto(`/casework/${reference}/impacts/race`);
  await page.getByText(/^Ethnic group: compare/).click();
  await check(author, "a long table that was opened");
}

async function picks(author, reference) {
  const { page } = author;
  await page.goto(`/casework/${reference}/page/evidence`);
  await page.getByRole("link", { name: "Add figures from the evidence library" }).click();
  await check(author, "the search for figures");
  await page.getByLabel("Words to look for").fill("rural");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("button", { name: "Add to your evidence" }).click();
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await check(author, "figures with none selected");
  await page.getByRole("checkbox", { name: /Live in rurally isolated areas/ }).check();
  await page.getByRole("button", { name: "Add to your evidence" }).click();
  await page.getByText("The figures are among your evidence.").waitFor();
  await check(author, "the evidence with figures");
}

async function replaces(lead, run, value) {
  const { page } = lead;
  await page.goto("/library");
  await check(lead, "the library");
  await page.goto(`/library?group=${run.code}`);
  await check(lead, "one group's figures");
  await page.goto(`/library/${run.id}`);
  await check(lead, "a figure and its users");
  await page.getByRole("link", { name: "Take it out of use" }).click();
  await check(lead, "what replaces a figure");
  await page.goto(`/library/${run.id}`);
  await page.getByRole("button", { name: "Change this figure" }).click();
  await page.getByLabel("Figure, if there is one").fill("many");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await check(lead, "a figure that is no number");
  await page.getByLabel("Figure, if there is one").fill(value);
  await page.getByLabel("What date is it from?").fill("2031");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The new figure is in the library.").waitFor();
  await page.goto(`/library/${run.id}`);
  await check(lead, "a figure that was replaced");
  await page.goto("/library?words=2031");
  await check(lead, "figures that were found");
}

async function reviews(lead) {
  const { page } = lead;
  await page.goto("/review");
  await page.getByRole("link", { name: /Moving parking permits online/ }).click();
  await page.getByText(/^Figures on this group/).first().click();
  await check(lead, "the review with figures beside an answer");
}

for (const scripts of [true, false]) {
  test(`figures are cited, replaced and taken anew with scripts ${scripts ? "on" : "off"}`, async () => {
    const author = await visitor(browser, { base: service.base, scripts });
    const lead = await visitor(browser, { base: service.base, scripts });
    const reference = await begins(author.page);
    await cites(author, reference, runs[scripts]);
    await picks(author, reference);
    await signInAs(lead.page, "Equality lead", "/library");
    await reviews(lead);
    await replaces(lead, runs[scripts], "17.3");
    await lead.page.goto("/library");
    await lead.page.getByRole("table", { name: /still use a replaced figure/ }).getByRole("link", { name: new RegExp(`^${reference}`) }).waitFor();
    await author.page.goto(`/casework/${reference}/list/evidence/1`);
    await check(author, "a source whose figure was replaced");
    await author.page.goto(`/casework/${reference}/check`);
    await check(author, "the check page with a replaced figure");
    await author.page.getByRole("button", { name: /^Use the new figure/ }).click();
    await author.page.getByText("Your evidence now has the new figure.").waitFor();
    assert.match(await author.page.locator("main").innerText(), /17\.3% of /);
    await author.context.close();
    await lead.context.close();
  });
}
