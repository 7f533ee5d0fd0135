const REV_BYTES = 16;

/** XOR of the 16 bytes of every revision, as 32 hex digits. */
export function digestOf(revs: Iterable<string>): string {
  const sum = new Uint8Array(REV_BYTES);
  for (const rev of revs) {
    const hex = rev.replaceAll("-", "");
    for (let at = 0; at < REV_BYTES; at += 1) {
      sum[at] = (sum[at] ?? 0) ^ Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
    }
  }
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
