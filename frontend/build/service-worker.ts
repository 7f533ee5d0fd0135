import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

type Lists = { version: string; shell: string[]; assets: string[] };

const HASHED = /^assets\/.+-[A-Za-z0-9_-]{8}\.\w+$/;

/** The worker itself, packed twins, and pictures that only a shop window shows. */
const NOT_KEPT = /^sw\.js$|^\.|^screenshots\/|\.(map|br|gz)$/;

/** Every file under `folder`, as paths with slashes, in one order on every machine. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** What the worker keeps: hashed files by name for ever, the rest by version. */
export function listsOf(outDir: string): Lists {
  const files = filesUnder(outDir).filter((file) => !NOT_KEPT.test(file));
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(outDir, file)));
  const loose = files.filter((file) => !HASHED.test(file));
  return {
    version: hash.digest("hex").slice(0, 16),
    // The page is asked for as "/": "/index.html" may be answered with a redirect, which cannot be kept.
    shell: loose.map((file) => (file === "index.html" ? "/" : `/${file}`)),
    assets: files.filter((file) => HASHED.test(file)).map((file) => `/${file}`),
  };
}

async function bundleWorker(root: string, outDir: string, lists: Lists): Promise<void> {
  const retire = process.env["AFTERSHIFT_WORKER"] === "retire";
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: {
      VERSION: JSON.stringify(lists.version),
      SHELL: JSON.stringify(lists.shell),
      ASSETS: JSON.stringify(lists.assets),
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: ["chrome123", "safari17.5", "firefox128"],
      rolldownOptions: {
        input: resolve(root, retire ? "src/worker/retire.ts" : "src/worker/sw.ts"),
        output: { entryFileNames: "sw.js", codeSplitting: false } as Rolldown.OutputOptions,
      },
    },
  });
}

/**
 * Writes `/sw.js` beside the built app, knowing each file that was built.
 * `AFTERSHIFT_WORKER=retire` writes one that removes itself and every cache instead.
 */
export function serviceWorker(): Plugin {
  let root = "";
  let outDir = "";
  return {
    name: "aftershift-service-worker",
    apply: "build",
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      await bundleWorker(root, outDir, listsOf(outDir));
    },
  };
}
