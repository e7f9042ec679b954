// Opens Chromium, and pages that remember everything that went wrong in them.
import { createRequire } from "node:module";

// The packages live beside the styles, so that the web pages have one list of packages and not two.
const require = createRequire(new URL("../../assets/package.json", import.meta.url));
const { chromium } = require("playwright-core");

/** The path of axe's script, to be run inside a page. */
export const axePath = require.resolve("axe-core/axe.min.js");

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium; as root it can only run without its sandbox. */
export function launch() {
  const sandbox = process.getuid() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [...quiet, ...sandbox],
  });
}

/** A person at a browser of their own: `page` to act on, `faults` for what went wrong since the last check. */
export async function visitor(browser, { base, scripts = true }) {
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: scripts,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults = [];
  watch(page, faults);
  return { page, context, faults, scripts };
}

function watch(page, faults) {
  page.on("pageerror", (error) => faults.push(`a script failed: ${error.message}`));
  page.on("console", (message) => {
    // A page that answers 404 or 422 on purpose is logged as a failed load; the responses below tell the two apart.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      faults.push(`the console says: ${message.text()}`);
    }
  });
  page.on("response", (response) => {
    const where = new URL(response.url()).pathname;
    if (!response.headers()["content-security-policy"]) faults.push(`${where} has no Content-Security-Policy`);
    if (response.status() >= 500 || (response.status() >= 400 && !response.request().isNavigationRequest())) {
      faults.push(`${where} answered ${response.status()}`);
    }
  });
}
