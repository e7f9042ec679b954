// Pictures of pages for people to look at, taken by the journeys when PICTURES names a folder.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const folder = process.env.PICTURES;

/** Writes NAME-1280.png and NAME-320.png of the whole page, or does nothing when no pictures are wanted. */
export async function picture(page, name) {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}
