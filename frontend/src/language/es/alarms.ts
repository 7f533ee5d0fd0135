import type { alarms as english } from "../en/alarms.ts";
import type { Translated } from "../t.ts";

export default {
  "alarm.title": "Algo de lo que volvió no está bien",
  "alarm.next":
    "En este teléfono no cambió nada. Por favor, muéstrale esto a alguien que pueda ayudar.",
  "alarm.does-not-open": {
    one: "{n} entrada del servidor no se abre con tu llave.",
    other: "{n} entradas del servidor no se abren con tu llave.",
  },
  "alarm.swapped": {
    one: "{n} entrada volvió con palabras que no son tuyas. No la aceptamos.",
    other: "{n} entradas volvieron con palabras que no son tuyas. No las aceptamos.",
  },
  "alarm.forged": {
    one: "{n} entrada no la hiciste tú. No la aceptamos.",
    other: "{n} entradas no las hiciste tú. No las aceptamos.",
  },
  "alarm.withheld": {
    one: "El servidor tenía {n} entrada y no la devuelve.",
    other: "El servidor tenía {n} entradas y no las devuelve.",
  },
  "alarm.emptied-without-tombstone": {
    one: "Las palabras de {n} entrada ya no están en el servidor, y tú no las borraste.",
    other: "Las palabras de {n} entradas ya no están en el servidor, y tú no las borraste.",
  },
  "alarm.replayed-generation": {
    one: "{n} entrada volvió con una llave vieja. No la aceptamos.",
    other: "{n} entradas volvieron con una llave vieja. No las aceptamos.",
  },
  "alarm.broken-ledger": {
    one: "La lista de quién abrió qué fue cambiada en el servidor.",
    other: "La lista de quién abrió qué fue cambiada en el servidor.",
  },
  "alarm.rolled-back": {
    one: "El servidor muestra un estado más viejo del que este teléfono ya vio.",
    other: "El servidor muestra un estado más viejo del que este teléfono ya vio.",
  },
} satisfies Translated<typeof english>;
