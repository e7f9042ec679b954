// A finding is let pass: the clerk records what the monitoring officer agreed to by telephone, the monitoring officer confirms it and ends it
// again; and the monitoring officer softens the rules.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { itemRow } from "./lib/clerk.mjs";
import { arrive, signInAs, signOut } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { startService } from "./lib/service.mjs";

const gritting = "Winter gritting policy";

let browser;
let service;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

async function press(person, name, state) {
  await arrive(person.page, person.page.getByRole("button", { name }));
  await check(person, state);
}

async function opens(person, name, state) {
  await arrive(person.page, person.page.getByRole("link", { name }).first());
  await check(person, state);
}

for (const scripts of [true, false]) {
  test(`a finding is let pass with scripts ${scripts ? "on" : "off"}`, { timeout: 300_000 }, async () => {
    service = await startService();
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    await signInAs(page, "Democratic services clerk", "/meetings");
    await opens(person, /^Cabinet/, "the meeting with findings");
    const meeting = new URL(page.url()).pathname;
    assert.match(await itemRow(page, gritting).innerText(), /Blocked/i);
    await arrive(page, itemRow(page, gritting).getByRole("link", { name: /^Let this pass/ }));
    await check(person, "letting a finding pass");
    if (scripts) await picture(page, "pass");
    await press(person, "Let it pass", "letting it pass without a reason");
    assert.match(await page.title(), /^Error: /);
    await page.getByLabel("Why can this pass?").fill("Members have the draft, and the signed copy follows in a supplement.");
    await page.getByLabel("How did the monitoring officer agree, and when?").fill("by telephone at 16:35");
    await press(person, "Let it pass", "the meeting with what was let pass");
    assert.match(await itemRow(page, gritting).innerText(), /Nothing outstanding/i);
    await itemRow(page, gritting).getByText("Passed: EQ-02").click();
    assert.match(await itemRow(page, gritting).innerText(), /by telephone at 16:35/);
    await check(person, "what let it pass");
    await signOut(page);

    await signInAs(page, "Monitoring officer", "/meetings");
    await opens(person, "Passes to confirm", "the passes to confirm");
    if (scripts) await picture(page, "passes");
    await press(person, /^Confirm/, "no passes to confirm");
    await page.goto(meeting);
    await itemRow(page, gritting).getByText("Passed: EQ-02").click();
    await press(person, /^End the pass/, "the meeting after a pass was ended");
    assert.match(await itemRow(page, gritting).innerText(), /Blocked/i);

    await page.goto("/meetings");
    await opens(person, "Rules for agendas", "the rule book");
    if (scripts) await picture(page, "rules");
    assert.equal(await page.locator("#weight-EQ-01 option[value=off]").count(), 0);
    await page.getByLabel("Weight of EQ-02").selectOption({ label: "Warns" });
    await press(person, "Save the rules", "the rule book, saved");
    await page.goto(meeting);
    assert.match(await itemRow(page, gritting).innerText(), /Warnings/i);
    await signOut(page);

    await signInAs(page, "Democratic services clerk", "/meetings/rules");
    await check(person, "the rule book as a clerk reads it");
    assert.equal(await page.locator("main select").count(), 0);
    await person.context.close();
    await service.stop();
  });
}
