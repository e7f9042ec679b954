// Drafts that are there already, for the journeys that begin where the short path ends.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { command } from "./service.mjs";

/** What the short path writes, as the service exports it; its journey asserts that it is. */
export async function written() {
  return JSON.parse(await readFile(new URL("short-path.json", import.meta.url), "utf8"));
}

/** Brings in what the short path writes, under a title, as a draft of "Author, Highways", and gives its reference. */
export async function draft(service, title) {
  const assessment = await written();
  assessment.content.answers.title.text = title;
  const file = join(service.data, "draft.json");
  await writeFile(file, JSON.stringify(assessment));
  return (await command(service, "import", "assessment", file, "--author", "author.highways@demo.invalid")).trim();
}
