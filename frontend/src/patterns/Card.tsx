import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { t } from "../language/patterns.ts";

type CardProps = { title: string; children: ComponentChildren };

/** One question a person may have of themselves, and what there is to see of it. */
export function Card({ title, children }: CardProps): JSX.Element {
  const id = useId();
  return (
    <section class="card pattern" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export type Rows = {
  caption: string;
  heads: readonly string[];
  /** The first cell names its row. */
  rows: readonly (readonly string[])[];
};

type FigureProps = {
  /** What the plot shows, in words. */
  said: string;
  /** Heard as one picture by its sentence; or rows that say themselves what they are. */
  plot: ComponentChildren;
  note?: string | undefined;
  table: Rows;
};

/** A plot with its sentence above it and its table beneath. */
export function Figure({ said, plot, note, table }: FigureProps): JSX.Element {
  return (
    <figure class="pattern-figure">
      <figcaption class="said">{said}</figcaption>
      {plot}
      {note && <p class="soft plot-note">{note}</p>}
      <AsTable table={table} />
    </figure>
  );
}

function AsTable({ table: { caption, heads, rows } }: { table: Rows }): JSX.Element {
  return (
    <details class="as-table">
      <summary>
        {t("patterns.table")}
        <span class="unseen">: {caption}</span>
      </summary>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
