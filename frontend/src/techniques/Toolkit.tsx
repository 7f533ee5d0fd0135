import type { JSX } from "preact";
import { t } from "../language/first.ts";

export default function Toolkit(): JSX.Element {
  return <h1 tabIndex={-1}>{t("nav.tools")}</h1>;
}
