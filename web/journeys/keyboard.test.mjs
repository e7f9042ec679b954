// A whole assessment from signing in to the confirmation, by keyboard alone. Every page on the way is checked, and what was sent is whole.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shortPath } from "./lib/answers.mjs";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { written } from "./lib/drafts.mjs";
import { KeyboardWriter } from "./lib/keyboard.mjs";
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

for (const scripts of [true, false]) {
  test(`an assessment is written and sent by keyboard alone with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const w = new KeyboardWriter(person, check);
    await person.page.goto("/casework/start");
    await w.on("Sign in");
    await w.choose("", "Author, Highways");
    await w.press("Sign in as this person");
    await shortPath(w, "Reading for everyone");
    await w.on("Check your answers");
    await w.press("Continue to send");
    await w.on("Send to the equality team");
    await w.tick("Declaration", /The answers are right/);
    await w.press("Send to the equality team");
    await w.on("Assessment sent");
    const reference = /EQIA-\d{4}-\d{4}/.exec(await person.page.locator(".govuk-panel").innerText())[0];
    const { content, record } = JSON.parse(await command(service, "export", "assessment", reference));
    assert.deepEqual(content, (await written()).content, "an answer was lost on the way");
    assert.equal(record.state, "submitted");
    await person.context.close();
  });
}
