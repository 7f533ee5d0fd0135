import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { LocationProvider } from "preact-iso";
import { t } from "../language/first.ts";
import { type Late, late } from "../ui/late.tsx";
import { isAppPath } from "../worker/paths.ts";
import { Alarms } from "./Alarms.tsx";
import { Boundary } from "./Broken.tsx";
import { brokenStart, state } from "./device.ts";
import { Frame } from "./Frame.tsx";
import { Routes } from "./routes.tsx";
import { titleFirst } from "./settle.ts";
import { place, type SheetName } from "./sheets.ts";
import { takeUpdate, updateReady } from "./update.ts";

const SHEETS: Record<SheetName, Late<object>> = {
  "rough-call": late(() => import("../entries/RoughCall.tsx")),
  "something-good": late(() => import("../entries/SomethingGood.tsx")),
  "check-in": late(() => import("../entries/CheckIn.tsx")),
  "whole-shift": late(() => import("../entries/WholeShift.tsx")),
  breathe: late(() => import("../entries/Breathe.tsx")),
  "fact-notes": late(() => import("../safety/FactNotes.tsx")),
  "trusted-person": late(() => import("../safety/TrustedPerson.tsx")),
  tool: late(() => import("../techniques/ToolSheet.tsx")),
  "before-shift": late(() => import("../shifts/BeforeShift.tsx")),
  "after-shift": late(() => import("../shifts/AfterShift.tsx")),
  drill: late(() => import("../drills/DrillSheet.tsx")),
  goal: late(() => import("../goals/GoalSheet.tsx")),
  notes: late(() => import("../notes/NotesSheet.tsx")),
  sharing: late(() => import("../sharing/SharingSheet.tsx")),
  week: late(() => import("../weeks/Week.tsx")),
  journal: late(() => import("../entries/JournalSheet.tsx")),
  "look-back": late(() => import("../goals/LookBack.tsx")),
};

/** Fetches the sheets, so that a tap opens one at once. What can't be had now is asked for by the tap. */
export async function readySheets(): Promise<void> {
  await Promise.allSettled(Object.values(SHEETS).map((sheet) => sheet.preload()));
}

/** The whole app. */
export function App(): JSX.Element {
  useEffect(() => titleFirst(), []);
  return (
    <LocationProvider scope={appLinks}>
      <Boundary>
        <Frame>
          <Alarms />
          <Routes />
          {updateReady.value && <UpdateOffer />}
        </Frame>
        <OpenSheet />
      </Boundary>
    </LocationProvider>
  );
}

// Only the app's own addresses are followed without leaving the page; /help.html is a page of its own.
const appLinks = { test: (href: string) => isAppPath(href.split(/[?#]/)[0] ?? "") } as RegExp;

function OpenSheet(): JSX.Element | null {
  const name = place.value?.sheet;
  // After a reload a sheet about one thing waits until that thing can be read.
  const mayNotRead = state.value.phase === "starting" && !brokenStart.value;
  if (!name || (place.value?.about && mayNotRead)) return null;
  const Sheet = SHEETS[name];
  return <Sheet key={name} />;
}

function UpdateOffer(): JSX.Element {
  const later = () => {
    updateReady.value = false;
  };
  return (
    <section class="notice" role="status">
      <p>{t("update.ready")}</p>
      <div class="row">
        <button type="button" class="button" onClick={takeUpdate}>
          {t("update.take")}
        </button>
        <button type="button" class="button plain" onClick={later}>
          {t("act.later")}
        </button>
      </div>
    </section>
  );
}
