// A browser's cookies for scripts, so that the app's own requests reach a real server without a browser.
import { openHttp, type Send } from "./request.ts";

export type Jar = {
  send: Send;
  /** The session is over, as far as this browser can tell. */
  forget(): void;
};

export function openJar(base: string): Jar {
  const cookies = new Map<string, string>();
  const shown = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const around: typeof fetch = async (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set("Cookie", shown());
    const answer = await fetch(address, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  return {
    send: openHttp({ fetch: around, cookies: shown, base }),
    forget: () => void cookies.delete("sessionid"),
  };
}

/** What the operator of a test's server is asked: the revs it holds then. */
export async function askOperator(base: string, act: string, account: string): Promise<string[]> {
  return (await fetch(`${base}/operator/${act}/${account}`)).json();
}
