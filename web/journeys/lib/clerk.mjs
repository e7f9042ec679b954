// What a clerk does with a signed assessment.
import assert from "node:assert/strict";
import { check } from "./checks.mjs";
import { arrive, signInAs, signOut } from "./people.mjs";
import { picture } from "./pictures.mjs";

/** The row of an item on the meeting's page. */
export function itemRow(page, title) {
  return page.locator("#agenda tbody tr", { hasText: title });
}

/** Pastes lines into the agenda of the meeting on the screen, and confirms what was recognised. */
export async function pasteAgenda(person, lines) {
  const { page } = person;
  await arrive(page, page.getByRole("button", { name: "Add agenda items" }));
  await check(person, "adding agenda items");
  await page.getByLabel("Agenda items", { exact: true }).fill(lines.join("\n"));
  await arrive(page, page.getByRole("button", { name: "Continue" }));
  await check(person, "the agenda items as they were recognised");
  await arrive(page, page.getByRole("button", { name: /^Add \d+ items?$/ }));
  await check(person, "the meeting with its agenda");
}

/** Goes on to linking an assessment to the report on an item. */
export async function toLinking(person, title) {
  const { page } = person;
  await arrive(page, itemRow(page, title).getByRole("link", { name: /^Link an assessment/ }));
  await check(person, "linking an assessment");
}

/** Links an assessment on the page that asks for it, as an appendix with this label. */
export async function linkAppendix(person, reference, label) {
  const { page } = person;
  await page.getByLabel("Find by reference or words from the title").fill(reference);
  await arrive(page, page.getByRole("button", { name: "Find" }));
  await check(person, "the assessment that was found");
  await page.getByRole("radio", { name: "Appended to the report" }).check();
  await page.getByLabel("Appendix label").fill(label);
  await arrive(page, page.getByRole("button", { name: "Save" }));
  await check(person, "the meeting with an assessment linked");
}

/** Puts a signed assessment before a meeting, and sees nothing outstanding on its item. */
export async function beforeMembers(person, reference) {
  const { page } = person;
  const title = `Report on ${reference}`;
  await signInAs(page, "Democratic services clerk", "/meetings");
  await page.goto("/meetings?when=all");
  await check(person, "the meetings");
  await arrive(page, page.getByRole("link", { name: /^Full Council/ }));
  await check(person, "a meeting");
  await pasteAgenda(person, [`9. ${title}`]);
  await toLinking(person, title);
  await linkAppendix(person, reference, "Appendix 1");
  const row = await itemRow(page, title).innerText();
  assert.match(row, /Nothing outstanding/i);
  assert.ok(row.includes(`${reference} version 1.0`), row);
  if (person.scripts) await picture(page, "meeting");
  await signOut(page);
}
