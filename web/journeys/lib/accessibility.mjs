// Notes what the journeys checked, for the accessibility statement: with ACCESSIBILITY set to a folder, each check adds a line to a file there.
// Run by itself with that folder (node web/journeys/lib/accessibility.mjs FOLDER), it brings the lines into the statement's data file, in the
// place of what that file says of the same journeys; what is known to fail, which people write, stays as it is.
import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const data = new URL("../../public/data/accessibility.json", import.meta.url);
const version = createRequire(new URL("../../assets/package.json", import.meta.url))("axe-core/package.json").version;

/** Notes that a page was checked and nothing was found, and by what. Names of records are left out of its address. */
export async function note(path, by) {
  const folder = process.env.ACCESSIBILITY;
  if (!folder) return;
  const journey = basename(process.argv[1]);
  const line = JSON.stringify({ journey, page: path.split("/").map(named).join("/"), on: new Date().toISOString().slice(0, 10), ...by });
  await appendFile(join(folder, `${journey}.jsonl`), `${line}\n`);
}

// A part of an address that names a record, and is another one in each run, stands as a colon.
function named(part) {
  return /\d|^[A-Za-z_-]{30,}$/.test(part) ? ":" : part;
}

async function bring(folder) {
  const report = JSON.parse(await readFile(data, "utf8"));
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".jsonl"))) {
    const lines = (await readFile(join(folder, file), "utf8")).trim().split("\n").map((line) => JSON.parse(line));
    const { journey, on, browser, rules, widths } = lines.at(-1);
    const pages = [...new Set(lines.map((line) => line.page))].sort();
    report.journeys = report.journeys.filter((known) => known.journey !== journey).concat({ journey, on, states: lines.length, pages });
    Object.assign(report, { browser: `Chromium ${browser}`, axe: version, rules, widths });
  }
  report.journeys.sort((a, b) => (a.journey < b.journey ? -1 : 1));
  await writeFile(data, `${JSON.stringify(report, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await bring(process.argv[2]);
