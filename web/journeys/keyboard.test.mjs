// A whole assessment from signing in to the confirmation, by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shortPath } from "./lib/answers.mjs";
import { launch, visitor } from "./lib/browser.mjs";
import { KeyboardWriter } from "./lib/keyboard.mjs";
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

for (const scripts of [true, false]) {
  test(`an assessment is written and sent by keyboard alone with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const w = new KeyboardWriter(person);
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
    assert.match(await person.page.locator(".govuk-panel").innerText(), /EQIA-\d{4}-\d{4}/);
    await person.context.close();
  });
}
