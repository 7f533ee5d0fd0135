import type { hide as english } from "../en/hide.ts";
import type { Translated } from "../t.ts";

export default {
  "hide.found": "Esto parece el número o la dirección de un cliente. ¿Lo ocultamos?",
  "hide.yes": "Ocultarlo",
  "hide.no": "Dejarlo",
  "hide.done": "Oculto. Solo se guardan puntos.",
  "hide.undo": "Ponerlo otra vez",
} satisfies Translated<typeof english>;
