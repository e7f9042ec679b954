// What every page must hold to, in every state: no failure that axe can find, no sideways scroll on a phone,
// sound headings and ids, and nothing said in the console.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { note } from "./accessibility.mjs";
import { axePath } from "./browser.mjs";

const axe = await readFile(axePath, "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const phone = { width: 320, height: 640 };

/**
 * Fails with a list of everything that is wrong with the page as it stands now. Without scripts nothing moves on a page but by its styles,
 * which are the same with them, so that axe looks at a phone's width only where scripts run.
 */
export async function check({ page, faults, scripts }, state) {
  await page.waitForLoadState("load");
  const problems = faults.splice(0);
  const before = page.viewportSize();
  problems.push(...(await page.evaluate(outline)));
  problems.push(...(await violations(page, scripts)));
  await page.setViewportSize(phone);
  problems.push(...(await page.evaluate(sideways)));
  if (scripts) problems.push(...(await violations(page, scripts)).map((problem) => `at ${phone.width} px: ${problem}`));
  await page.setViewportSize(before);
  const path = new URL(page.url()).pathname;
  assert.deepEqual(problems, [], `${state} (${path})`);
  if (page.url().startsWith("http")) await note(path, { browser: page.context().browser().version(), rules: tags, widths: [before.width, phone.width] });
}

async function violations(page, scripts) {
  if (!scripts) await page.evaluate(timersAtOnce);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(runAxe, tags);
}

// The functions below run inside the page.

// With scripts off a page's timers never fire, and axe waits for them; what it defers to "as soon as possible" is
// done at once instead. Nothing on the page itself can run, so nothing else notices.
function timersAtOnce() {
  window.setTimeout = (work, delay) => {
    if (!delay) Promise.resolve().then(work);
    return 0;
  };
}

async function runAxe(values) {
  const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values }, preload: false });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

function outline() {
  const problems = [];
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = headings.map((heading) => Number(heading.localName[1]));
  const tops = levels.filter((level) => level === 1).length;
  if (tops !== 1) problems.push(`there are ${tops} level 1 headings`);
  levels.forEach((level, i) => {
    if (i > 0 && level > levels[i - 1] + 1) problems.push(`a heading level is skipped before “${headings[i].innerText}”`);
  });
  const seen = new Set();
  for (const { id } of document.querySelectorAll("[id]")) {
    if (seen.has(id)) problems.push(`the id ${id} is used twice`);
    seen.add(id);
  }
  if (document.title.trim() === "") problems.push("there is no title");
  return problems;
}

function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > clientWidth + 1);
  const names = wide.slice(0, 3).map((e) => `<${e.localName} class="${e.className}">`);
  return [`the page scrolls sideways at ${clientWidth} px (${scrollWidth} px wide): ${names.join(", ")}`];
}
