import type { breath as english } from "../en/breath.ts";
import type { Translated } from "../t.ts";

export default {
  "breath.in": "Inhala",
  "breath.sip": "Un poquito más",
  "breath.hold": "Sostén",
  "breath.out": "Y exhala",
  "breath.wait": "Espera",
} satisfies Translated<typeof english>;
