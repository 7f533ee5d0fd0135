import { hide as english } from "./en/hide.ts";
import { part, speaking } from "./t.ts";

const hide = part(english, { es: () => import("./es/hide.ts") });

/** The words of hiding a number: few, for they come with every field one writes in. */
export const t = speaking(hide);
