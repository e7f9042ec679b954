// The author's short path: a small policy, residents only, fourteen groups neutral and two positive. It is counted, because a form that
// grows is a form that people put off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shortPath, Writer } from "./lib/answers.mjs";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { written } from "./lib/drafts.mjs";
import { signInAs } from "./lib/people.mjs";
import { picture } from "./lib/pictures.mjs";
import { command, startService } from "./lib/service.mjs";

const mostPages = 14;
const mostAnswers = 48;
const mostTexts = 9;

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
  test(`an author gets from signing in to the confirmation in ${mostPages} pages with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    const { page } = person;
    const w = new Writer(person, check);
    await page.goto("/casework/start");
    await w.on("Sign in");
    await signInAs(page, "Author, Highways", "/casework/start");
    await shortPath(w, "Reading for everyone");
    await w.on("Check your answers");
    if (scripts) await picture(page, "check");
    await page.getByRole("button", { name: "Continue to send" }).click();
    await w.on("Send to the equality team");
    await w.tick("Declaration", /The answers are right/);
    await w.press("Send to the equality team");
    await w.on("Assessment sent");
    const reference = /EQIA-\d{4}-\d{4}/.exec(await page.locator(".govuk-panel").innerText())[0];
    const { content } = JSON.parse(await command(service, "export", "assessment", reference));
    assert.deepEqual(content, (await written()).content, "other journeys begin with lib/short-path.json, which should be what was written here");
    assert.ok(w.pages.length <= mostPages, `${w.pages.length} pages: ${w.pages.join("; ")}`);
    assert.ok(w.answers <= mostAnswers, `${w.answers} answers`);
    assert.ok(w.texts <= mostTexts, `${w.texts} texts`);
    console.log(`the short path: ${w.pages.length} pages, ${w.answers} answers, ${w.texts} texts`);
    await person.context.close();
  });
}
