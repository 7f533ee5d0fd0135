import { render } from "preact";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/parts.css";
import "./ui/fields.css";
import "./ui/frame.css";
import "./ui/sheet.css";
import "./ui/today.css";
import "./ui/flow.css";
import "./ui/journal.css";
import { App, readySheets } from "./shell/App.tsx";
import { theDevice } from "./shell/device.ts";
import { speakAsChosen } from "./shell/language.ts";
import { watchLook } from "./shell/look.ts";
import { painted } from "./shell/painted.ts";
import { watchBack } from "./shell/settle.ts";
import { watchHistory } from "./shell/sheets.ts";
import { watchToday } from "./shell/today.ts";
import { keepTheApp } from "./shell/update.ts";

watchLook();
watchToday();
watchHistory();
watchBack();

const root = document.getElementById("app");
const spoken = speakAsChosen().then(() => {
  if (root) render(<App />, root);
});

// One after the other, so that each is soon done: the first screen, the journal, what a tap may open, and last
// the worker, which finds by then most of what it keeps in the browser's own cache. It waits only so long.
const WORKER_AFTER_MS = 5000;
const drawn = spoken.then(painted);
const opened = drawn.then(theDevice);
const ready = opened.catch(() => undefined).then(readySheets);
const longEnough = drawn.then(() => new Promise((done) => setTimeout(done, WORKER_AFTER_MS)));

opened
  .then(() => import("./shell/background.ts"))
  .then(({ sendInBackground }) => sendInBackground())
  .catch(() => undefined); // said on the screen by its alarm
Promise.race([ready, longEnough])
  .then(keepTheApp)
  .catch(() => undefined); // the app runs without its worker, only not offline
