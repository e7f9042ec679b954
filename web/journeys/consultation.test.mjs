// The equality lead shows a draft to someone outside the council, who comments through a link; the author sees it and the link is ended.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "./lib/browser.mjs";
import { check } from "./lib/checks.mjs";
import { arrive, signInAs } from "./lib/people.mjs";
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

async function begins(page, title) {
  await signInAs(page, "Author, Highways", "/casework/start");
  await page.getByLabel("What is the proposal called?").fill(title);
  await page.getByRole("radio", { name: "Policy", exact: true }).check();
  await page.getByRole("radio", { name: "Do a full assessment" }).check();
  await arrive(page, page.getByRole("button", { name: "Start" }));
  const reference = /EQIA-\d{4}-\d{4}/.exec(page.url())[0];
  await page.getByLabel("What does it replace or change?").fill("Benches along the high street are replaced.");
  await arrive(page, page.getByRole("button", { name: "Save and come back later" }));
  return reference;
}

for (const scripts of [true, false]) {
  test(`an outside reader comments through a link with scripts ${scripts ? "on" : "off"}`, async () => {
    const author = await visitor(browser, { base: service.base, scripts });
    const lead = await visitor(browser, { base: service.base, scripts });
    const reader = await visitor(browser, { base: service.base, scripts });
    const reference = await begins(author.page, "Benches on the high street");

    await signInAs(lead.page, "Equality lead", `/casework/${reference}/consultation`);
    await check(lead, "before a draft is released");
    await arrive(lead.page, lead.page.getByRole("button", { name: "Release this draft" }));
    await check(lead, "a draft that nobody can read yet");
    await arrive(lead.page, lead.page.getByRole("button", { name: "Make a link" }));
    await check(lead, "a reader without a name");
    await lead.page.getByLabel("Name", { exact: true }).fill("Chair, Access Group");
    await lead.page.getByLabel("Role or organisation").fill("Speaks for the access group");
    await lead.page.getByLabel("Email address").fill("chair@access.example");
    await arrive(lead.page, lead.page.getByRole("button", { name: "Make a link" }));
    await check(lead, "the link, shown once");
    const link = new URL((await lead.page.locator("#link").innerText()).trim());
    await lead.page.reload();
    assert.equal(await lead.page.locator("#link").count(), 0);
    await check(lead, "the link, not shown again");

    const asked = [];
    reader.page.on("request", (request) => asked.push(request.headers().referer ?? ""));
    await reader.page.goto(link.pathname);
    await reader.page.getByText("Draft for consultation, not signed off").waitFor();
    await check(reader, "the draft as its outside reader meets it");
    if (scripts) await picture(reader.page, "consultation");
    await reader.page.locator("summary", { hasText: "Comment on this: What it replaces or changes" }).click();
    const form = reader.page.locator("form", { has: reader.page.locator("#text-answer-change") });
    await arrive(reader.page, form.getByRole("button", { name: /^Add comment/ }));
    await check(reader, "an empty comment");
    await reader.page.getByLabel("Your comment").fill("Will the new benches have arms to push up on?");
    await arrive(reader.page, reader.page.getByRole("button", { name: "Add comment" }));
    await check(reader, "the draft with the reader's comment");
    assert.match(await reader.page.locator(".app-comments").innerText(), /arms to push up on/);
    assert.deepEqual(await reader.context.cookies(), []);
    assert.ok(asked.every((referer) => !referer.includes(link.pathname)), "the link is in a referer");

    await author.page.goto(`/casework/${reference}/comments`);
    await check(author, "the author's page of comments");
    assert.match(await author.page.locator("main").innerText(), /Outside reader: Chair, Access Group/);

    await lead.page.goto(`/casework/${reference}/consultation`);
    await arrive(lead.page, lead.page.getByRole("button", { name: /^End this link/ }));
    await check(lead, "a link that was ended");
    await reader.page.goto(link.pathname);
    await reader.page.getByRole("heading", { level: 1, name: "This consultation has closed" }).waitFor();
    await check(reader, "a consultation that has closed");
    for (const { context } of [author, lead, reader]) await context.close();
  });
}
