import type { prompts as english } from "../en/prompts.ts";
import type { Translated } from "../t.ts";

export default {
  "prompt.today": "Una pregunta para hoy",
  "prompt.another": "Otra",
  "prompt.answer": "Tu respuesta",
  "prompt.choose": "Elige una",
  "prompt.keep": "Guardarla",
  "prompt.kept": "Está en tu diario.",
  "prompt.kept-look": "Verla",
  "prompt.proof": "También a mi carpeta de logros",
  "prompt.proof-kept": "Está en tu diario y en tu carpeta de logros.",
  "prompt.tool": "Las palabras pueden esperar. Una herramienta quizá te haga mejor ahora.",
  "prompt.tools": "A mis herramientas",
} satisfies Translated<typeof english>;
