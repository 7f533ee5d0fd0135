/**
 * Histories of faults, played by the app itself against a real server: `node playHistories.ts BASE FILE`. The file
 * holds `[{seed, steps, wide, busy}]`; one line of JSON is printed for each: its seed, what broke, if anything did, and how
 * many copies a coach could read in the end. With `without-locks` as a third word, tabs are not kept in order.
 */
import { readFile } from "node:fs/promises";
import { type History, Play } from "./playHistory.ts";
import { type Give, openCoach } from "./playSharing.ts";

async function played(base: string, history: History, give: Give) {
  const play = new Play(base, history, give);
  await play.begin();
  for (const step of history.steps) await play.take(step);
  const broken = await play.settle();
  await play.close();
  return { broken, served: play.books.served };
}

const [base = "", file = "", ...words] = process.argv.slice(2);
if (words.includes("without-locks"))
  delete (Object.getPrototypeOf(navigator) as { locks?: unknown }).locks;
const histories = JSON.parse(await readFile(file, "utf8")) as History[];
const give = await openCoach(base);
for (const history of histories) {
  const found = await played(base, history, give).catch((trouble: Error) => ({
    broken: [`${trouble.stack}`],
  }));
  process.stdout.write(`${JSON.stringify({ seed: history.seed, ...found })}\n`);
}
process.exit(0);
