import { Component, type ComponentChildren, type JSX } from "preact";
import { t } from "../language/first.ts";
import { helpAddress } from "../language/languages.ts";
import { speech } from "../language/speech.ts";

/** What is left to say where a screen can't be shown. */
export function Broken(): JSX.Element {
  return (
    <div class="page">
      <h1>{t("broken.title")}</h1>
      <p>{t("broken.body")}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t("broken.again")}
      </button>
      <a class="help" href={helpAddress(speech.value.language)}>
        {t("app.help")}
      </a>
    </div>
  );
}

type Props = { children?: ComponentChildren };

/** Shows that instead of what threw. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  override componentDidCatch(): void {
    this.setState({ broken: true });
  }
  override render({ children }: Props): ComponentChildren {
    if (!this.state.broken) return children;
    return (
      <main>
        <Broken />
      </main>
    );
  }
}
