import { changeProfile } from "../feeds/profile.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import type { Sharing } from "./shape.ts";

export async function theSharing(): Promise<Sharing> {
  return (await theDevice()).sharing();
}

/** Takes a copy back: it goes first, before anything else that waits, also before itself. */
export async function takeBack(copy: string): Promise<void> {
  await (await theDevice()).remove(copy, "forget");
}

/** A reply was read, and nothing more is to come of it. */
export async function close(reply: string): Promise<void> {
  const day = today.value;
  await changeProfile(await theDevice(), (now) => ({
    closed: { ...(now["closed"] as object | undefined), [reply]: day },
  }));
}
