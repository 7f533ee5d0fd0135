"""Checks that no test misses when only they are gone, each with what stands behind it."""

CK1 = "frontend/src/crypto/ck1"
SPARED: dict[str, str] = {
    f"{CK1}/keys.ts checkPair: !(await crypto.subtle.verify(ES256, verifier, signature, proof))": (
        "where the tests run, a key whose halves differ is refused as soon as it is imported; not every browser does"
    ),
    f"{CK1}/keys.ts checkPair: here !== there": (
        "where the tests run, a key whose halves differ is refused as soon as it is imported; not every browser does"
    ),
    f'{CK1}/recovery.ts symbolsOf: plain.includes("U")': (
        "a code with a letter that codes do not have fails its own checksum too"
    ),
    "frontend/src/sharing/offering.ts termsOf: verified === undefined": (
        "whoever is not verified was refused before a word was sealed, by `trusted`"
    ),
}
