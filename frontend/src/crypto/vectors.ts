/**
 * Opens every piece of a file of known answers: `node frontend/src/crypto/vectors.ts FILE`.
 * Exits with 1 naming the first piece that fails, with 2 when there is no such file.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseMembers } from "./ck1/strict.ts";
import { Failure, type Holder, piece } from "./pieces.ts";
import { checkSamples, checkStory } from "./vectors_ck1.ts";
import { checkSharing } from "./vectors_sharing.ts";

const FORMATS: Record<string, (file: Holder) => Promise<string>> = {
  ck1: checkStory,
  "ck1-samples": checkSamples,
  "ck1-sharing": checkSharing,
};

/** A line about what was opened; throws `Failure`. */
export async function checkFile(json: string): Promise<string> {
  const file = await piece("file", () => parseMembers(json));
  const format = String(file["format"]);
  const check = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!check) throw new Failure("format", `not one of ${Object.keys(FORMATS).join(", ")}`);
  return piece("file", () => check(file));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

async function main(path: string): Promise<number> {
  const json = read(path);
  if (json === undefined) {
    console.error(`vectors: there is no file ${path}`);
    return 2;
  }
  try {
    console.log(`typescript: ${await checkFile(json)}`);
    return 0;
  } catch (failure) {
    console.error(`typescript: ${failure instanceof Failure ? failure.message : failure}`);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = await main(process.argv[2] ?? "");
}
