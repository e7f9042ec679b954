// Pictures of pages for people to look at, taken by the journeys when PICTURES names a folder.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const folder = process.env.PICTURES;

/** Writes NAME-1280.png and NAME-320.png, the top of the page as a desk and a phone show it, or does nothing when no pictures are wanted. */
export async function picture(page, name) {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: width > 800 ? 1000 : 640 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  await page.setViewportSize(before);
}
