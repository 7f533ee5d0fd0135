import type { leaving as english } from "../en/leaving.ts";
import type { Translated } from "../t.ts";

export default {
  "leaving.title": "Irme y borrar todo",
  "leaving.here": "Este teléfono olvida todo ahora.",
  "leaving.shared": "Lo que compartiste se cierra ahora.",
  "leaving.server":
    "El servidor borra tu cuenta y todo lo que hay en ella en siete días. Hasta entonces puedes iniciar sesión y quedarte; tu código de recuperación abre tus palabras otra vez.",
  "leaving.backups": "No vuelves con una copia de seguridad del servidor.",
  "leaving.other-phones": "Otro teléfono tuyo guarda su copia sellada hasta que la borres ahí.",
  "leaving.keep-first": "Si hay palabras que quieres conservar, cópialas primero.",
  "leaving.password": "Tu contraseña",
  "leaving.act": "Borrar todo",
  "leaving.not-now": "Ahora no",
  "leaving.only-here": "Todo lo que escribiste está en este teléfono y en ningún otro lugar.",
  "leaving.nobody-brings-back": "Todo se va, de una vez. Nadie puede traerlo de vuelta.",
  "leaving.word": "borrar",
  "leaving.is-leaving": "Tu cuenta se borra el {day}",
  "leaving.may-stay":
    "Hasta entonces todo lo tuyo sigue aquí. Lo que compartiste terminó, y se puede compartir de nuevo.",
  "leaving.stay": "Mejor me quedo",
  "leaving.look": "Ver qué pasa",
  "leaving.gone": "Está hecho",
  "leaving.gone-until":
    "Este teléfono no guarda nada tuyo. El servidor borra lo demás el {day}. Si cambias de idea, inicia sesión antes.",
  "leaving.gone-here": "Este teléfono ya no guarda nada tuyo.",
  "leaving.farewell": "Que te vaya bien. Puedes empezar otra vez cuando quieras.",
  "leaving.home": "A la primera página",
} satisfies Translated<typeof english>;
