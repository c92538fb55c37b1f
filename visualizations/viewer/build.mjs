// Builds dist/ from src/: one script, one style, the licences of what is bundled, and the hashes of all three.
// The same sources and lock file give the same bytes. Run: npm ci && npm run build

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "dist");

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: [{ in: "src/main.ts", out: "viewer" }, { in: "src/page.css", out: "viewer" }],
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  format: "iife",
  target: ["es2022"],
  outdir: "dist",
  metafile: true,
  logLevel: "warning",
});

writeFileSync(join(out, "LICENSES.txt"), licences(metafile));
const made = ["LICENSES.txt", "viewer.css", "viewer.js"];
for (const name of made) check(name, readFileSync(join(out, name), "utf8"));
writeFileSync(join(out, "HASHES"), made.map((name) => `${sha256(join(out, name))}  ${name}\n`).join(""));

/** The licence of every package that has code in the script, by name. */
function licences({ inputs }) {
  const packages = new Set();
  for (const input of Object.keys(inputs)) {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  return [...packages].sort().map(licence).join("\n");
}

function licence(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  // Where a choice is offered, MIT is what we take.
  const taken = files.filter((file) => files.length === 1 || !/apache/i.test(file));
  const text = taken.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()).join("\n\n");
  const rule = "=".repeat(72);
  return `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text || mit(name)}\n`;
}

/** Packages that say MIT and bring no text. */
function mit(name) {
  throw new Error(`${name} comes without a licence text`);
}

/** A script that stands inside HTML must not end its own element, and the page asks for nothing. */
function check(name, text) {
  if (name.endsWith(".txt")) return;
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${name} would end its own element`);
  if (/(?:src|href)\s*=\s*["'\\]*https?:/i.test(text)) throw new Error(`${name} points at a remote address`);
}

function sha256(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
