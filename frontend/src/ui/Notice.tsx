import type { ComponentChildren, JSX } from "preact";

type Props = { title?: string; loud?: boolean; children: ComponentChildren };

/** Something to know. Loud is for what must not be missed; it is said at once, and stays. */
export function Notice({ title, loud = false, children }: Props): JSX.Element {
  return (
    <section class={loud ? "notice loud" : "notice"} role={loud ? "alert" : undefined}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
