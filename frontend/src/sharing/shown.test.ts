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

// The server keeps the same names, in tests/journal/library/test_notices.py.
test.each([
  ["en", "-NVPIJFQS_XRyP2l9-Q6f5FY9eVhEtscVHmNoXVclRI"],
  ["es", "mTqEBzll7CJWAqBqxcNXdRw93IWITpCMJMc0mcH_374"],
])("the server knows the first notice in %s by this name", async (lang, sha256) => {
  expect(await shownIn(noticeOf(lang))).toEqual({ version: "1", lang, sha256 });
});
