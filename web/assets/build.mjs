// Builds the styles and scripts into ../static, each under a name that holds a hash of what is in it,
// and writes manifest.json, which says what each file is called this time.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const out = join(here, "..", "static");
const manifest = {};

function hashed(name, body) {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return `${name.slice(0, -extname(name).length)}-${hash}${extname(name)}`;
}

async function put(name, body) {
  manifest[name] = hashed(name, body);
  await writeFile(join(out, manifest[name]), body);
}

async function empty() {
  await mkdir(out, { recursive: true });
  for (const name of await readdir(out)) {
    if (name !== ".keep") await rm(join(out, name), { recursive: true });
  }
}

// A council may use neither GOV.UK's typeface nor its crown, so a style sheet that names them stops the build.
function styles() {
  const { css } = compile(join(here, "styles", "app.scss"), {
    loadPaths: [modules],
    style: "compressed",
    quietDeps: true,
    charset: false,
  });
  for (const word of ["GDS Transport", "url("]) {
    if (css.includes(word)) throw new Error(`the style sheet holds ${word}, which it must not`);
  }
  return css;
}

function withoutSourceMap(script) {
  return script.replace(/\n?\/\/# sourceMappingURL=.*\n?$/, "\n");
}

async function scripts() {
  const govuk = join(modules, "govuk-frontend", "dist", "govuk", "govuk-frontend.min.js");
  await put("govuk-frontend.js", withoutSourceMap(await readFile(govuk, "utf8")));
  await put("start.js", await readFile(join(here, "scripts", "start.js"), "utf8"));
  await put("autosave.js", await readFile(join(here, "scripts", "autosave.js"), "utf8"));
  await put("copy.js", await readFile(join(here, "scripts", "copy.js"), "utf8"));
  const app = await readFile(join(here, "scripts", "app.js"), "utf8");
  await put("app.js", app.replace(/"\.\/([a-z-]+\.js)"/g, (_, name) => `"./${manifest[name]}"`));
}

await empty();
await put("app.css", styles());
await scripts();
await put("icon.svg", await readFile(join(here, "icon.svg"), "utf8"));
await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
