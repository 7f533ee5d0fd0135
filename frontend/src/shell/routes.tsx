import type { JSX } from "preact";
import { lazy, Route, Router } from "preact-iso";
import Today from "../entries/Today.tsx";
import { NotFound } from "./NotFound.tsx";
import { settle } from "./settle.ts";

const Journal = lazy(() => import("../entries/Journal.tsx"));
const EntryPage = lazy(() => import("../entries/EntryPage.tsx"));
const Toolkit = lazy(() => import("../techniques/Toolkit.tsx"));
const Gym = lazy(() => import("../drills/Gym.tsx"));
const Goals = lazy(() => import("../goals/Goals.tsx"));
const NewHabit = lazy(() => import("../habits/NewHabit.tsx"));
const HabitPage = lazy(() => import("../habits/HabitPage.tsx"));
const GoalPage = lazy(() => import("../goals/GoalPage.tsx"));
const Notes = lazy(() => import("../notes/Notes.tsx"));
const Me = lazy(() => import("../people/Me.tsx"));
const WorkDays = lazy(() => import("../people/WorkDays.tsx"));
const DaysOff = lazy(() => import("../people/DaysOff.tsx"));
const SignUp = lazy(() => import("../people/SignUp.tsx"));
const SignIn = lazy(() => import("../people/SignIn.tsx"));
const Devices = lazy(() => import("../people/Devices.tsx"));
const Passkey = lazy(() => import("../keys/Passkey.tsx"));
const ShowLink = lazy(() => import("../keys/ShowLink.tsx"));
const ScanLink = lazy(() => import("../keys/ScanLink.tsx"));
const ChangeKeys = lazy(() => import("../keys/ChangeKeys.tsx"));
const ConfirmEmail = lazy(() => import("../people/ConfirmEmail.tsx"));
const SignOut = lazy(() => import("../people/SignOut.tsx"));
const WrittenBefore = lazy(() => import("../people/WrittenBefore.tsx"));
const WhatTheServerKnows = lazy(() => import("../people/WhatTheServerKnows.tsx"));
const About = lazy(() => import("../people/About.tsx"));
const RecoveryCode = lazy(() => import("../keys/RecoveryCode.tsx"));
const StartOver = lazy(() => import("../keys/StartOver.tsx"));
const Sharing = lazy(() => import("../sharing/Sharing.tsx"));
const Coach = lazy(() => import("../sharing/Coach.tsx"));
const Unlock = lazy(() => import("../keys/Unlock.tsx"));

/** Which screen an address shows. Addresses reach the server, so none tells what is written. */
export function Routes(): JSX.Element {
  return (
    <Router onRouteChange={settle} onLoadEnd={settle}>
      <Route path="/" component={Today} />
      <Route path="/journal" component={Journal} />
      <Route path="/journal/:item" component={EntryPage} />
      <Route path="/tools" component={Toolkit} />
      <Route path="/tools/gym" component={Gym} />
      <Route path="/goals" component={Goals} />
      <Route path="/habits/new" component={NewHabit} />
      <Route path="/habits/:item" component={HabitPage} />
      <Route path="/goals/:item" component={GoalPage} />
      <Route path="/notes" component={Notes} />
      <Route path="/me" component={Me} />
      <Route path="/me/what-the-server-knows" component={WhatTheServerKnows} />
      <Route path="/me/work-days" component={WorkDays} />
      <Route path="/me/days-off" component={DaysOff} />
      <Route path="/me/sign-out" component={SignOut} />
      <Route path="/me/devices" component={Devices} />
      <Route path="/me/add-phone" component={ScanLink} />
      <Route path="/me/passkey" component={Passkey} />
      <Route path="/link" component={ShowLink} />
      <Route path="/me/change-keys" component={ChangeKeys} />
      <Route path="/sign-up" component={SignUp} />
      <Route path="/sign-in" component={SignIn} />
      <Route path="/confirm-email" component={ConfirmEmail} />
      <Route path="/recovery-code" component={RecoveryCode} />
      <Route path="/unlock" component={Unlock} />
      <Route path="/unlock/lost" component={StartOver} />
      <Route path="/written-before" component={WrittenBefore} />
      <Route path="/sharing" component={Sharing} />
      <Route path="/coach" component={Coach} />
      <Route path="/about" component={About} />
      <Route default component={NotFound} />
    </Router>
  );
}
