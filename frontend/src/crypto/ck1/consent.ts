import type { Sealed } from "./brands.ts";
import { signJws, verifyJws } from "./jws.ts";
import type { EcPrivate, EcPublic } from "./keys.ts";
import { checkShape, is, is32, isId, isMembers, isWhole, type Members, oneOf } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/**
 * One person's word that one reader may open one copy. `iat` is rounded to the day and `exp` at most
 * 90 days later, both in seconds; `notice.sha256` is the hash of the text that was shown.
 */
export type Consent = {
  jti: string;
  own: string;
  reader: string;
  iat: number;
  exp: number;
  recipient: { kid: string; verified: "qr" | "number" };
  purpose: string;
  scope: { item: string; rev: string; cth: string };
  notice: { version: string; lang: string; sha256: string };
};

const TYP = "ck1-consent+jws";
const DAY_S = 86_400;
export const LONGEST_CONSENT_DAYS = 90;
const isText = (value: unknown) => typeof value === "string" && value !== "";
const SHAPE = {
  required: {
    jti: isId,
    iss: isId,
    sub: isId,
    aud: isId,
    iat: isWhole,
    exp: isWhole,
    recipient: isMembers,
    purpose: isText,
    scope: isMembers,
    notice: isMembers,
    event: isMembers,
  },
};
const INSIDE = {
  recipient: { required: { kid: is32, verified: oneOf(["qr", "number"]) } },
  scope: { required: { item: isId, rev: isId, cth: is32 } },
  notice: { required: { version: isText, lang: isText, sha256: is32 } },
  event: { required: { state: is("given") } },
};

/** An instant in seconds, rounded down to the day, so that a consent does not tell the minute. */
export function toTheDay(atS: number): number {
  return atS - (atS % DAY_S);
}

export async function signConsent(consent: Consent, sig: EcPrivate): Promise<Sealed> {
  const { jti, own, reader, iat, exp, recipient, purpose, scope, notice } = consent;
  const payload = {
    jti,
    iss: own,
    sub: own,
    aud: reader,
    iat,
    exp,
    recipient: { kid: recipient.kid, verified: recipient.verified },
    purpose,
    scope: { item: scope.item, rev: scope.rev, cth: scope.cth },
    notice: { version: notice.version, lang: notice.lang, sha256: notice.sha256 },
    event: { state: "given" },
  };
  check(payload);
  return signJws(TYP, payload, sig);
}

/** What a consent says, if the giver signed it and it is whole. */
export async function openConsent(token: Sealed, giver: EcPublic): Promise<Consent> {
  const payload = await verifyJws(token, TYP, giver);
  check(payload);
  const { jti, iss, aud, iat, exp, recipient, purpose, scope, notice } = payload;
  const said = { jti, own: iss, reader: aud, iat, exp, recipient, purpose, scope, notice };
  return said as Consent;
}

function check(payload: Members): void {
  checkShape(payload, SHAPE, "consent");
  for (const [name, shape] of Object.entries(INSIDE)) {
    checkShape(payload[name] as Members, shape, `consent.${name}`);
  }
  if (payload["iss"] !== payload["sub"]) {
    throw new Ck1Trouble("header", "nobody can consent for somebody else");
  }
  const [iat, exp] = [payload["iat"] as number, payload["exp"] as number];
  if (iat % DAY_S !== 0 || exp <= iat || exp - iat > LONGEST_CONSENT_DAYS * DAY_S) {
    throw new Ck1Trouble("header", "a consent begins on a day and holds at most 90");
  }
}
