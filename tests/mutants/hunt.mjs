/** Which test of the app misses which check: runs all once, then for each check those in which it refused something. */

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
for (const path of [process.env.MUTANTS_REMOVED, process.env.MUTANTS_LINES]) writeFileSync(path, "");

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
  bail: 1,
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
const caught = {};
const left = [];
for (const name of checks().filter((one) => one.includes(only))) {
  const test = await missing(name);
  if (test === undefined) left.push(name);
  else caught[name] = test;
}
await vitest.close();
rmSync(folder, { recursive: true });
writeFileSync(found, JSON.stringify({ caught, left }, null, 1));

/** The quickest test that fails without the check. */
async function missing(name) {
  const tests = lines.filter(({ fired }) => fired.includes(name)).sort((a, b) => a.took - b.took);
  writeFileSync(process.env.MUTANTS_REMOVED, name);
  for (const { file, title } of tests.slice(0, MOST_TRIES)) {
    vitest.setGlobalTestNamePattern(new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
    const specification = specifications.find((one) => one.moduleId === file);
    const { testModules } = await vitest.runTestSpecifications([specification]);
    if (!testModules.every((one) => one.ok())) return { file: relative(ROOT, file), title };
  }
  return undefined;
}
