import type { Hands } from "../feeds/hands.ts";
import { coachingOf } from "./coaching.ts";
import { meetingOf } from "./meeting.ts";
import { offeringOf } from "./offering.ts";
import type { Sharing } from "./shape.ts";

/** Opens everything between two people for this device. */
export function sharingOf(hands: Hands): Sharing {
  return { ...meetingOf(hands), ...offeringOf(hands), ...coachingOf(hands) };
}
