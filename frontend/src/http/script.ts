import { JournalTrouble } from "../errors.ts";
import { openHttp, type Send } from "./request.ts";

/** A browser without a page, for scripts: it keeps cookies, and may be out of reach. */
export type ScriptBrowser = { send: Send; isOnline: boolean };

export function scriptBrowser(base: string): ScriptBrowser {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map((pair) => pair.join("=")).join("; ");
  const ask: typeof fetch = async (address, asked = {}) => {
    if (!browser.isOnline) throw new JournalTrouble("offline");
    const headers = { ...(asked.headers as object), Cookie: cookies(), Origin: base };
    const answer = await fetch(address, { ...asked, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const browser: ScriptBrowser = {
    send: openHttp({ base, cookies, fetch: ask }),
    isOnline: true,
  };
  return browser;
}
