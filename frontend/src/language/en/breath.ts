/** What a guided breath says, with every breath. */
export const breath = {
  "breath.in": "In",
  "breath.sip": "A sip more",
  "breath.hold": "Hold",
  "breath.out": "And out",
  "breath.wait": "Wait",
} as const;
