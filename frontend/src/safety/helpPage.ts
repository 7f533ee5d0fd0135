// The script of the help page. All it does is optional: it opens the country this phone's clock is set to,
// names the trusted person kept here, and goes through one minute. It asks nobody and keeps nothing.
import { zoneOf } from "./places.ts";
import { dialled } from "./trusted.ts";
import { trustedHere } from "./trustedHere.ts";

const STEP_MS = 10_000;

function byId(id: string): HTMLElement | null {
  return document.getElementById(id);
}

function openPlace(): void {
  const places = [...document.querySelectorAll<HTMLDetailsElement>("details[data-zones]")];
  const place = zoneOf(places, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const said = byId(place ? "guess" : "unknown");
  if (!said) return;
  said.hidden = false;
  if (!place) return;
  const country = place.querySelector("summary")?.textContent ?? "";
  said.textContent = (said.textContent ?? "").replace("{country}", country);
  place.open = true;
  said.after(place);
}

/** The page in another language keeps the light of this one. */
function keepLight(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) {
    link.hash = location.hash;
  }
}

async function showTrusted(): Promise<void> {
  const section = byId("trusted");
  const trusted = await trustedHere();
  if (!section || !trusted) return;
  const number = dialled(trusted.number);
  const [call, text] = section.querySelectorAll("a");
  if (call) call.href = `tel:${number}`;
  if (text) text.href = `sms:${number}`;
  for (const name of section.querySelectorAll("b")) name.textContent = trusted.name || number;
  for (const shown of section.querySelectorAll("span")) shown.textContent = trusted.number;
  section.hidden = false;
}

/** The steps one after the other, each for ten seconds; a second tap begins again. */
function readyMinute(): void {
  const [button, says] = [byId("minute-go"), byId("minute-says")];
  const steps = [...document.querySelectorAll(".minute li")];
  if (!button || !says) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stand = (at: number) => {
    for (const [n, step] of steps.entries()) {
      if (n === at) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    }
    says.textContent = steps[at]?.textContent ?? says.dataset["end"] ?? "";
    says.classList.toggle("unseen", at < steps.length);
    if (at < steps.length) timer = setTimeout(() => stand(at + 1), STEP_MS);
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    clearTimeout(timer);
    stand(0);
  });
}

keepLight();
openPlace();
readyMinute();
showTrusted().catch(() => undefined); // a store that does not open: the page is whole without it
