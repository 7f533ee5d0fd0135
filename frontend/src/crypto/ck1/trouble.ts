/** Why a token was refused. The words behind it were not looked at, or not believed. */
export type Ck1Reason =
  | "shape"
  | "header"
  | "thumbprint"
  | "slot"
  | "bucket"
  | "plaintext"
  | "seal"
  | "generation-later"
  | "generation-replayed"
  | "generation-unknown"
  | "key"
  | "signature"
  | "grant"
  | "expired"
  | "ledger"
  | "too-long"
  | "code-typo";

export class Ck1Trouble extends Error {
  override readonly name = "Ck1Trouble";
  readonly reason: Ck1Reason;

  constructor(reason: Ck1Reason, detail: string, cause?: unknown) {
    super(`${reason}: ${detail}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}
