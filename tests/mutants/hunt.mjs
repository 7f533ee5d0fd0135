/**
 * Which test of the app misses which check: runs all once, then again those in which a check refused something, each
 * test without one check, until every check is missed or nothing is left to try.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { createVitest } from "../../frontend/node_modules/vitest/dist/node.js";
import { PLACES } from "./places.mjs";
import { checks, ROOT, rewritten } from "./typescript_side.mjs";

const MOST_TRIES = 12;
const [given, only = ""] = process.argv.slice(2);
const found = resolve(given);
const folder = mkdtempSync(join(tmpdir(), "mutants-"));
process.env.MUTANTS_REMOVED = join(folder, "removed");
process.env.MUTANTS_LINES = join(folder, "lines");
writeFileSync(process.env.MUTANTS_REMOVED, "{}");
writeFileSync(process.env.MUTANTS_LINES, "");

const switches = {
  name: "switches",
  enforce: "pre",
  transform(source, id) {
    const path = relative(ROOT, id.split("?")[0]);
    return PLACES.has(path) ? { code: rewritten(path, source).code, map: null } : undefined;
  },
};

process.chdir(join(ROOT, "frontend"));
const options = {
  root: join(ROOT, "frontend"),
  watch: false,
  reporters: [{}],
  maxWorkers: 1,
  fsModuleCache: false,
  setupFiles: [join(import.meta.dirname, "recording.mjs")],
  include: ["src/crypto/**/*.test.ts", "src/feeds/**/*.test.ts", "src/keys/**/*.test.ts", "src/sharing/**/*.test.{ts,tsx}"],
  exclude: ["src/feeds/convergence.test.ts"],
};
const vitest = await createVitest("test", options, { plugins: [switches], server: { fs: { allow: [ROOT] } } });
const specifications = await vitest.globTestSpecifications();
const all = await vitest.runTestSpecifications(specifications, true);
const failed = all.testModules.filter((one) => !one.ok()).map((one) => one.moduleId);
if (failed.length > 0) throw new Error(`These fail with every check in place: ${failed}`);

const lines = readFileSync(process.env.MUTANTS_LINES, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
lines.sort((a, b) => a.took - b.took);
const wanted = checks().filter((one) => new RegExp(only).test(one));
const tried = new Map(wanted.map((name) => [name, new Set()]));
const caught = {};
for (let pairs = nextPairs(); pairs.size > 0; pairs = nextPairs()) await round(pairs);
await vitest.close();
rmSync(folder, { recursive: true });
const left = wanted.filter((name) => caught[name] === undefined);
writeFileSync(found, JSON.stringify({ caught, left }, null, 1));
// vitest leaves a 1 behind for every test that failed, and here they were to fail.
process.exitCode = 0;

/** For as many tests as possible a check to do without, each the quickest in which it refused something. */
function nextPairs() {
  const pairs = new Map();
  for (const name of wanted) {
    if (caught[name] !== undefined || tried.get(name).size >= MOST_TRIES) continue;
    const fits = ({ file, title, fired }) =>
      fired.includes(name) && !tried.get(name).has(`${file} ${title}`) && !pairs.has(`${file} ${title}`);
    const test = lines.find(fits);
    if (test !== undefined) pairs.set(`${test.file} ${test.title}`, { name, test });
  }
  return pairs;
}

/** Runs those tests once, each without its own check. */
async function round(pairs) {
  const asked = Object.fromEntries([...pairs].map(([key, { name }]) => [key, name]));
  writeFileSync(process.env.MUTANTS_REMOVED, JSON.stringify(asked));
  const all = [...pairs.values()].map(({ test }) => test);
  const titles = all.map(({ title }) => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  vitest.setGlobalTestNamePattern(new RegExp(`^(${titles.join("|")})$`));
  const files = new Set(all.map(({ file }) => file));
  const { testModules } = await vitest.runTestSpecifications(specifications.filter((one) => files.has(one.moduleId)));
  const failed = new Set(testModules.flatMap(failedIn));
  for (const [key, { name, test }] of pairs) {
    tried.get(name).add(key);
    if (failed.has(key)) caught[name] = { file: relative(ROOT, test.file), title: test.title };
  }
  console.log(`${pairs.size} tried, ${Object.keys(caught).length} of ${wanted.length} missed by a test`);
}

function failedIn(module) {
  const tests = [...module.children.allTests("failed")];
  return tests.map(({ fullName }) => `${module.moduleId} ${fullName.replaceAll(" > ", " ")}`);
}
