/** Runs before each test file: what a check is rewritten to, and which checks refused something in which test. */

import { appendFileSync, readFileSync } from "node:fs";
import { afterEach, beforeEach } from "../../frontend/node_modules/vitest/dist/index.js";

/** By file and title: the check that is taken out while that test runs. */
const asked = JSON.parse(readFileSync(process.env.MUTANTS_REMOVED, "utf8"));
const fired = new Set();
let removed = "";

globalThis.__switches = {
  check(name, value, off) {
    if (name === removed) return off;
    if (Boolean(value) !== Boolean(off) || (Array.isArray(value) && value.length > 0)) fired.add(name);
    return value;
  },
  test(name, test) {
    const noted = (value) => {
      if (name === removed) return true;
      const isFine = test(value);
      if (!isFine) fired.add(name);
      return isFine;
    };
    return noted;
  },
  call(name, work) {
    if (name === removed) return undefined;
    try {
      return work();
    } catch (trouble) {
      fired.add(name);
      throw trouble;
    }
  },
  async later(name, work) {
    if (name === removed) return undefined;
    try {
      return await work();
    } catch (trouble) {
      fired.add(name);
      throw trouble;
    }
  },
  entries(names, table) {
    const kept = Object.entries(table).filter(([key]) => names[key] !== removed);
    for (const name of Object.values(names)) fired.add(name);
    return Object.fromEntries(kept);
  },
};

let began = 0;
beforeEach(({ task }) => {
  fired.clear();
  removed = asked[keyOf(task)] ?? "";
  began = performance.now();
});

afterEach(({ task }) => {
  const line = { ...nameOf(task), took: performance.now() - began, fired: [...fired] };
  if (removed === "" && fired.size > 0) appendFileSync(process.env.MUTANTS_LINES, `${JSON.stringify(line)}\n`);
  removed = "";
});

function nameOf(task) {
  const names = [];
  for (let one = task; one !== undefined && one.type !== "module"; one = one.suite) names.unshift(one.name);
  return { file: task.file.filepath, title: names.join(" ") };
}

const keyOf = (task) => Object.values(nameOf(task)).join(" ");
