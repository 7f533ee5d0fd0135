import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ALL_LANGUAGES, FALLBACK } from "../src/language/languages.ts";
import { filesUnder } from "./service-worker.ts";

const FIRST_LOAD_BYTES = 60_000;
const LAZY_SCREEN_BYTES = 25_000;
/** Fetched at the start without being named in the page: the device opens by itself. */
const OPENED_AT_START = "src/feeds/device.ts";

type Chunk = {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  isDynamicEntry?: boolean;
};
type Manifest = Record<string, Chunk>;

const folders: string[] = [];

async function buildInto(name: string): Promise<string> {
  const outDir = join(await mkdtemp(join(tmpdir(), "aftershift-")), name);
  folders.push(outDir);
  await build({
    root: new URL("..", import.meta.url).pathname,
    logLevel: "error",
    build: { outDir, manifest: "manifest.json" },
  });
  return outDir;
}

let app = "";
let manifest: Manifest = {};

beforeAll(async () => {
  // Under the test runner's own name Vite builds JSX for development: larger than what is shipped.
  vi.stubEnv("NODE_ENV", "production");
  app = await buildInto("app");
  manifest = JSON.parse(readFileSync(join(app, "manifest.json"), "utf8")) as Manifest;
}, 120_000);

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The files of a chunk and of all it imports at once. */
function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? []) filesOf(next, seen);
  return seen;
}

const gzipped = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(app, file))).length, 0);

/** All that is fetched before anything is tapped. */
const firstLoad = () => filesOf(OPENED_AT_START, filesOf("index.html"));

test("the first load fits: page, style, and the device that opens by itself", () => {
  expect(manifest[OPENED_AT_START]).toBeDefined();
  expect(gzipped([...firstLoad(), "theme.js"])).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
});

test.each(ALL_LANGUAGES.filter((one) => one !== FALLBACK))(
  "a first load that speaks %s fits too, and an English one brings none of it",
  (language) => {
    const sentences = `src/language/${language}/first.ts`;
    expect(manifest[sentences]?.isDynamicEntry).toBe(true);
    const spoken = filesOf(sentences, firstLoad());
    expect(gzipped([...spoken, "theme.js"])).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
    const english = Object.entries(manifest).filter(([, { file }]) => firstLoad().has(file));
    expect(english.filter(([name]) => name.includes(`language/${language}/`))).toEqual([]);
  },
);

/** The chunks of these files that ask for another one when it is wanted. */
function asksFor(files: ReadonlySet<string>, name: string): boolean {
  const chunks = Object.values(manifest).filter(({ file }) => files.has(file));
  return chunks.some(({ dynamicImports = [] }) => dynamicImports.includes(name));
}

/**
 * What is here already when this is asked for: the first load, and of a later step its screen.
 *
 * The measure is for what one tap makes a phone fetch. A screen that Today or an address opens is
 * counted whole, for nothing of it may be here. A step that only its screen can ask for comes while the
 * screen is read: what the screen brought along is not fetched again, so it is not counted again. Where
 * several screens ask for one step, only what all of them bring counts as here.
 */
function hereBefore(name: string): Set<string> {
  const first = firstLoad();
  if (asksFor(first, name)) return first;
  const screens = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry);
  const leading = screens.map((key) => filesOf(key)).filter((files) => asksFor(files, name));
  const [one = new Set<string>(), ...others] = leading;
  const shared = [...one].filter((file) => others.every((files) => files.has(file)));
  return new Set([...first, ...shared]);
}

test("each lazy screen fits by itself, and a later step on top of its screen", () => {
  const lazy = Object.entries(manifest).filter(([, chunk]) => chunk.isDynamicEntry);
  expect(lazy.length).toBeGreaterThan(8);
  for (const [name] of lazy.filter(([entry]) => entry !== OPENED_AT_START)) {
    const before = hereBefore(name);
    const own = [...filesOf(name)].filter((file) => !before.has(file));
    expect(gzipped(own), name).toBeLessThanOrEqual(LAZY_SCREEN_BYTES);
  }
});

test("nothing is inline and nothing comes from elsewhere", () => {
  for (const page of ["index.html", "help.html", "help.es.html"]) {
    const html = readFileSync(join(app, page), "utf8");
    expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/)|<style|\sstyle=|\son\w+=/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!findahelpline\.com)/);
  }
});

test("the worker keeps every file of the app, the page as its own address", () => {
  const worker = readFileSync(join(app, "sw.js"), "utf8");
  const files = filesUnder(app).filter(
    (file) => !["sw.js", "index.html"].includes(file) && !file.startsWith("screenshots/"),
  );
  for (const file of files) expect(worker, file).toContain(`/${file}`);
  expect(worker).not.toContain("/index.html");
});

test("the same sources build the same bytes twice", async () => {
  const again = await buildInto("again");
  expect(filesUnder(again)).toEqual(filesUnder(app));
  for (const file of filesUnder(app)) {
    expect(readFileSync(join(again, file)).equals(readFileSync(join(app, file))), file).toBe(true);
  }
}, 120_000);
