import type { FunctionComponent, JSX } from "preact";
import { Route, Router } from "preact-iso";
import Today from "../entries/Today.tsx";
import { lateScreen } from "../ui/late.tsx";
import { Broken } from "./Broken.tsx";
import { NotFound } from "./NotFound.tsx";
import { settle } from "./settle.ts";

const screen = (load: () => Promise<{ default: FunctionComponent }>) => lateScreen(load, Broken);
const Journal = screen(() => import("../entries/Journal.tsx"));
const EntryPage = screen(() => import("../entries/EntryPage.tsx"));
const Patterns = screen(() => import("../patterns/Patterns.tsx"));
const Toolkit = screen(() => import("../techniques/Toolkit.tsx"));
const Gym = screen(() => import("../drills/Gym.tsx"));
const Goals = screen(() => import("../goals/Goals.tsx"));
const NewHabit = screen(() => import("../habits/NewHabit.tsx"));
const HabitPage = screen(() => import("../habits/HabitPage.tsx"));
const GoalPage = screen(() => import("../goals/GoalPage.tsx"));
const Notes = screen(() => import("../notes/Notes.tsx"));
const Me = screen(() => import("../people/Me.tsx"));
const WorkDays = screen(() => import("../people/WorkDays.tsx"));
const DaysOff = screen(() => import("../people/DaysOff.tsx"));
const SignUp = screen(() => import("../people/SignUp.tsx"));
const SignIn = screen(() => import("../people/SignIn.tsx"));
const Devices = screen(() => import("../people/Devices.tsx"));
const Passkey = screen(() => import("../keys/Passkey.tsx"));
const ShowLink = screen(() => import("../keys/ShowLink.tsx"));
const ScanLink = screen(() => import("../keys/ScanLink.tsx"));
const ChangeKeys = screen(() => import("../keys/ChangeKeys.tsx"));
const ConfirmEmail = screen(() => import("../people/ConfirmEmail.tsx"));
const SignOut = screen(() => import("../people/SignOut.tsx"));
const Leave = screen(() => import("../leaving/Leave.tsx"));
const WrittenBefore = screen(() => import("../people/WrittenBefore.tsx"));
const WhatTheServerKnows = screen(() => import("../people/WhatTheServerKnows.tsx"));
const About = screen(() => import("../people/About.tsx"));
const RecoveryCode = screen(() => import("../keys/RecoveryCode.tsx"));
const StartOver = screen(() => import("../keys/StartOver.tsx"));
const Sharing = screen(() => import("../sharing/Sharing.tsx"));
const Coach = screen(() => import("../sharing/Coach.tsx"));
const Unlock = screen(() => import("../keys/Unlock.tsx"));

/** Which screen an address shows. Addresses reach the server, so none tells what is written. */
export function Routes(): JSX.Element {
  return (
    <Router onRouteChange={settle} onLoadEnd={settle}>
      <Route path="/" component={Today} />
      <Route path="/journal" component={Journal} />
      <Route path="/journal/:item" component={EntryPage} />
      <Route path="/patterns" component={Patterns} />
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
      <Route path="/me/leave" component={Leave} />
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
