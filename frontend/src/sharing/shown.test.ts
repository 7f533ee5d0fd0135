import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { SharingNotice } from "../library/catalogue.ts";
import { shownIn } from "./shown.ts";

const DATA = new URL("../../../journal/library/data/", import.meta.url);
const noticeOf = (lang: string): SharingNotice =>
  JSON.parse(readFileSync(new URL(`${lang}/sharing.json`, DATA), "utf8")).notice;

test.each(readdirSync(DATA))(
  "a consent names the notice that was shown in %s, and no other",
  async (lang) => {
    const notice = noticeOf(lang);
    const sha256 = createHash("sha256").update(notice.lines.join("\n")).digest("base64url");
    expect(await shownIn(notice)).toEqual({ version: notice.version, lang, sha256 });
  },
);

test("whatever the screens speak, what is named is what the text says of itself", async () => {
  const english = await shownIn(noticeOf("en"));
  // The server keeps the same name, in tests/journal/library/test_notices.py.
  expect(english.sha256).toBe("-NVPIJFQS_XRyP2l9-Q6f5FY9eVhEtscVHmNoXVclRI");
  const other = await shownIn({ version: "1", lang: "xx", lines: ["¿Compartir esta entrada?"] });
  expect([other.lang, other.sha256 === english.sha256]).toEqual(["xx", false]);
});
