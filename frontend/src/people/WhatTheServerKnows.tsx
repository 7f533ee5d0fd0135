import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/people.ts";
import { sentenceOf } from "../language/troubles.ts";
import { state } from "../shell/device.ts";
import { type Rows, whatTheServerKnows } from "./me.ts";

const SHOWN = 50;

/** The real rows, as the server gives them; only the order and the layout are ours. */
export default function WhatTheServerKnows(): JSX.Element {
  const [rows, setRows] = useState<Rows>();
  const [problem, setProblem] = useState("");
  const account = state.value.account?.id;
  useEffect(() => {
    if (!account) return;
    whatTheServerKnows()
      .then(setRows)
      .catch((trouble) => setProblem(sentenceOf(trouble)));
  }, [account]);
  return (
    <>
      <h1 tabIndex={-1}>{t("knows.title")}</h1>
      <p>{account ? t("knows.lead") : t("knows.none")}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {account && !rows && !problem && <p class="soft">{t("act.working")}</p>}
      {Object.entries(rows ?? {}).map(([table, list]) => (
        <Table key={table} name={table} rows={list} />
      ))}
    </>
  );
}

// What a table is for; one we have no sentence for is shown all the same.
const MEANS = {
  people: "knows.people",
  email_addresses: "knows.email-addresses",
  sessions: "knows.sessions",
  session_cookies: "knows.session-cookies",
  authenticators: "knows.authenticators",
  awaited: "knows.awaited",
  links: "knows.links",
  teams: "knows.teams",
  teams_led: "knows.teams-led",
  pairings: "knows.pairings",
  copies_given: "knows.copies-given",
  openings: "knows.openings",
  ledger: "knows.ledger",
  ledger_events: "knows.ledger-events",
  leaving: "knows.leaving",
  feeds: "knows.feeds",
  revisions: "knows.revisions",
  vaults: "knows.vaults",
  wraps: "knows.wraps",
  keycards: "knows.keycards",
} as const;
const means = new Map<string, (typeof MEANS)[keyof typeof MEANS]>(Object.entries(MEANS));

function Table({ name, rows }: { name: string; rows: Rows[string] }): JSX.Element {
  const says = means.get(name);
  return (
    <details class="card" open={rows.length === 1}>
      <summary>
        <strong>{name.replaceAll("_", " ")}</strong>{" "}
        <span class="soft">{t("knows.rows", { n: rows.length })}</span>
      </summary>
      {says && <p class="soft">{t(says)}</p>}
      {rows.slice(0, SHOWN).map((row, index) => (
        <dl key={index} class="facts">
          {Object.entries(row).map(([member, value]) => (
            <Fact key={member} member={member} value={value} />
          ))}
        </dl>
      ))}
    </details>
  );
}

function Fact({ member, value }: { member: string; value: unknown }): JSX.Element {
  return (
    <>
      <dt>{member.replaceAll("_", " ")}</dt>
      <dd>{inWords(value)}</dd>
    </>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === "") return t("knows.nothing");
  if (typeof value === "boolean") return value ? t("knows.yes") : t("knows.no");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
