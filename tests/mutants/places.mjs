/** Where the checks of the app are. What leads to a `throw` is found by itself; what decides in another way stands here. */

const CK1 = "frontend/src/crypto/ck1";
const FEEDS = "frontend/src/feeds";
const SHARING = "frontend/src/sharing";

const format = (name) => [`${CK1}/${name}.ts`, null];

/** By file: the functions that decide what is believed; null: all of them. */
export const PLACES = new Map([
  ...[
    "body", "brands", "bytes", "consent", "grant", "invite", "jwe", "jws", "keycard", "keyring", "keys", "ledger",
    "link", "recovery", "reply", "root", "slot", "strict",
  ].map(format),
  [`${FEEDS}/feed.ts`, ["checkStamp"]],
  [`${FEEDS}/heads.ts`, ["headsOf"]],
  [`${FEEDS}/items.ts`, ["refresh"]],
  [`${FEEDS}/profile.ts`, ["agreed"]],
  [`${FEEDS}/pull.ts`, ["pull", "moved", "checkAtHead", "unexplained", "withheldParents"]],
  [`${FEEDS}/push.ts`, ["acknowledge"]],
  [`${FEEDS}/repair.ts`, ["repair"]],
  [`${FEEDS}/sync.ts`, ["meetVault"]],
  [`${FEEDS}/verify.ts`, ["judgeEmptied", "judgeOwn", "judgeNew"]],
  [`${SHARING}/coaching.ts`, ["inboxOf", "between"]],
  [`${SHARING}/following.ts`, ["followLedger", "endOf"]],
  [`${SHARING}/meeting.ts`, ["look", "keysIn", "lookAt"]],
  [`${SHARING}/offering.ts`, ["readerKey", "termsOf", "isFromPinned", "isSignedBy"]],
  [`${SHARING}/own.ts`, ["areKeysOf", "trusted"]],
  [`${SHARING}/pins.ts`, ["isTrusted", "keysOf"]],
]);

/** Functions whose whole work is to refuse: a call that stands alone is a check of its own. */
export const CALLS = new Set([
  "agree", "check", "checkFacts", "checkPair", "checkReply", "checkShape", "checkWords", "compactVerify",
  "importRecipient", "parseMembers", "readEcPublic", "verifyJws",
]);

/** By file and function: a condition, and what stands in its place when it is taken out. */
export const DECIDING = {
  [`${FEEDS}/heads.ts`]: { headsOf: { "row.bad === undefined": "true", "!isHearsay(row)": "true" } },
  [`${FEEDS}/items.ts`]: { refresh: { "opened[at] === null": "false" } },
  [`${FEEDS}/profile.ts`]: {
    agreed: {
      'one["enc"] === rest["enc"]': "true",
      'one["sig"] === rest["sig"]': "true",
      'one["verified"] === verified': "true",
      'day !== undefined': "false",
    },
  },
  [`${FEEDS}/pull.ts`]: {
    pull: { "page.cursor < cursor": "false" },
    moved: { "(own.get(row.rev)?.seq ?? row.seq) !== row.seq": "false" },
    checkAtHead: {
      "lost.length > 0": "false",
      'hollow.map((row) => alarmOf("emptied-without-tombstone", row))': "[]",
    },
    unexplained: { "isShut(row)": "true", 'row.del !== "no"': "true" },
    withheldParents: { "!held.has(rev)": "false" },
  },
  [`${FEEDS}/repair.ts`]: {
    repair: { "digest === (await digestHere(feed))": "true", "gone.length > 0": "false", "missing >= 0": "false" },
  },
  [`${FEEDS}/sync.ts`]: { meetVault: { "answer.value.keybag === vault?.keybag": "true" } },
  [`${FEEDS}/verify.ts`]: {
    judgeEmptied: { "own.item !== served.item": "false", "own.sha !== served.sha": "false" },
    judgeOwn: {
      "served.body === own.body": "true",
      "served.slot === own.slot": "true",
      "await opens(served, keys)": "true",
    },
  },
  [`${SHARING}/coaching.ts`]: { inboxOf: { "isTrusted(person)": "true" } },
  [`${SHARING}/following.ts`]: {
    followLedger: { "!beginsWith(events, kept.events)": "false", "!isSame(place, last)": "false" },
    endOf: { "!(await wasSeen(kept, one, own))": "false" },
  },
  [`${SHARING}/meeting.ts`]: {
    lookAt: { "!isPaired": "false", "!(await areKeysOf(keys, found))": "false" },
  },
  [`${SHARING}/offering.ts`]: { isFromPinned: { "to !== hands.state().account?.id": "false" } },
  [`${SHARING}/own.ts`]: {
    areKeysOf: { "(await thumbprintOf(enc)) === pin.enc": "true", "(await thumbprintOf(sig)) === pin.sig": "true" },
  },
  [`${SHARING}/pins.ts`]: {
    isTrusted: { 'verified === "qr" || verified === "number"': "true", "ended === undefined": "true" },
    keysOf: { "thumbs[0] === enc": "true", "thumbs[1] === sig": "true" },
  },
};

/** Tables of tests by a member's name that stand outside of a shape. */
export const TABLES = new Set(["required", "optional", "BASE", "EC_PUBLIC", "EC_LABELS"]);

/** How conditions begin that only ask what kind of answer or trouble there is. */
export const READING = /^!?(answer\.ok|refusal|cause|trouble)\b/;
