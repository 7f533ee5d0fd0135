import type { calendar as english } from "../en/calendar.ts";
import type { Translated } from "../t.ts";

export default {
  "month.before": "El mes anterior",
  "month.after": "El mes siguiente",
  "moment.other-day": "Otro día",
  "moment.chosen": "elegido",
  "moment.time": "Hora",
} satisfies Translated<typeof english>;
