import type { journal as english } from "../en/journal.ts";
import type { Translated } from "../t.ts";

export default {
  "journal.patterns": "Ver patrones",
  "journal.title": "Diario",
  "journal.empty": "Aquí está vacío por ahora, y está bien.",
  "journal.empty-body": "Lo que dejas en Hoy se guarda aquí, por día.",
  "who.only-you": "Solo tú",
  "who.copies": "Tú, y {names} con una copia",
  "earlier.title": "Lo que era antes",
  "earlier.lead": "Se guarda con la entrada, sellado como ella, hasta que la borres.",
  "earlier.first": "Como se escribió primero",
  "earlier.changed": "Cambiado: {when}",
  "earlier.before": "Antes de eso",
  "earlier.joined": "Uno de dos que se unieron",
  "earlier.day": "Estaba en: {day}",
  "earlier.unsent": "Por ahora solo en este teléfono",
  "earlier.again": "Usar otra vez estas palabras",
  "earlier.taken": "Usadas otra vez. Lo que había antes se guarda abajo.",
} satisfies Translated<typeof english>;
