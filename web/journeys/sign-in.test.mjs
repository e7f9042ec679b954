// The way in: the sign-in page of the real program is sound with scripts on and off.
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
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

for (const scripts of [true, false]) {
  test(`the sign-in page is sound with scripts ${scripts ? "on" : "off"}`, async () => {
    const person = await visitor(browser, { base: service.base, scripts });
    await person.page.goto("/sign-in");
    await check(person, "the sign-in page");
    if (scripts) await picture(person.page, "sign-in");
    await person.context.close();
  });
}
