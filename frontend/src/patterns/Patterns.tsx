import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { hideNumbers } from "../habits/settings.ts";
import { t } from "../language/patterns.ts";
import { brightSpotsById, feelingsById, loadLibrary, techniqueFile } from "../library/catalogue.ts";
import { entries, itemsOf, state } from "../shell/device.ts";
import { Choices } from "../ui/Choices.tsx";
import { late } from "../ui/late.tsx";
import { LockMark, StillMark } from "../ui/Marks.tsx";
import { BarsCard } from "./Bars.tsx";
import { Came } from "./Came.tsx";
import { type Count, isEnough } from "./counts.ts";
import { Helps } from "./Helps.tsx";
import { period, seen } from "./now.ts";
import { PERIODS, type Period } from "./period.ts";
import { Sizes } from "./Sizes.tsx";
import { When } from "./When.tsx";
import { amountsOf, type Section, type Patterns as Seen } from "./whole.ts";
import "./patterns.css";
import "./plots.css";

/** Only who has habits has use for it. */
const Grown = late(() => import("./Grown.tsx"));

const SPANS = { weeks: "period.weeks", months: "period.months", all: "period.all" } as const;

/** What a person may see of themselves: counts of their own, on their own phone. */
export default function Patterns(): JSX.Element {
  useEffect(loadLibrary, []);
  useEffect(techniqueFile.load, []);
  const isEmpty = entries.value.length === 0 && itemsOf("habit").length === 0;
  return (
    <>
      <h1 tabIndex={-1}>{t("patterns.title")}</h1>
      {isEmpty ? <Empty /> : <Whole />}
    </>
  );
}

function Empty(): JSX.Element {
  if (state.value.phase === "starting") return <p class="soft">{t("state.loading")}</p>;
  return (
    <div class="empty">
      <StillMark />
      <p class="lead words">{t("patterns.empty")}</p>
      <p class="soft">{t("patterns.empty-body")}</p>
      <a class="button quiet" href="/">
        {t("not-found.home")}
      </a>
    </div>
  );
}

function Whole(): JSX.Element {
  const amounts = amountsOf(seen.value);
  const isHere = (section: Section) => isEnough(amounts[section]);
  return (
    <>
      <p class="soft">{t("patterns.lead")}</p>
      <Choices
        legend={t("patterns.period")}
        options={PERIODS.map((id: Period) => ({ id, label: t(SPANS[id]) }))}
        value={period.value}
        onPick={(id) => {
          period.value = id;
        }}
      />
      <div class="patterns">
        {isHere("came") && <Came seen={seen.value} />}
        {isHere("when") && <When seen={seen.value} />}
        {isHere("felt") && <Felt counts={seen.value.feelings} />}
        {isHere("sizes") && <Sizes seen={seen.value} />}
        {isHere("helps") && <Helps seen={seen.value} />}
        {isHere("ready") && <Then counts={seen.value.ready} />}
        {isHere("good") && <Good counts={seen.value.good} />}
        {itemsOf("habit").length > 0 && <Grown />}
        <Few amounts={amounts} seen={seen.value} />
      </div>
      <p class="status">
        <LockMark />
        {t("patterns.together")}
      </p>
    </>
  );
}

const FEW = [
  { id: "came", say: "came.title" },
  { id: "sizes", say: "sizes.title" },
  { id: "helps", say: "helps.title" },
  { id: "good", say: "good.title" },
] as const;

/** What there is too little of to say anything; once, and without a reproach. */
function Few({
  amounts,
  seen: { entries: some },
}: {
  amounts: ReturnType<typeof amountsOf>;
  seen: Seen;
}): JSX.Element | null {
  const few = FEW.filter(({ id }) => !isEnough(amounts[id]));
  if (few.length === 0) return null;
  return (
    <section class="card not-yet" aria-labelledby="not-yet">
      <h2 id="not-yet">{t("patterns.few")}</h2>
      <p>{t(some.length === 0 ? "patterns.empty-time" : "patterns.few-body")}</p>
      <ul>
        {few.map(({ id, say }) => (
          <li key={id}>
            {t(say)}
            {amounts[id] > 0 && !hideNumbers.value && (
              <span class="soft">{t("patterns.so-far", { n: amounts[id] })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Counted = { counts: readonly Count[] };

function Felt({ counts }: Counted): JSX.Element {
  const known = counts.filter(({ id }) => feelingsById.value.has(id));
  return (
    <BarsCard
      counts={known}
      look="ember"
      labelOf={(id) => feelingsById.value.get(id)?.label ?? ""}
      sentences={{ title: t("felt.title"), what: t("felt.what"), even: t("felt.even") }}
      mostSaid={(feeling, n, of) => [
        t("felt.most", { feeling, n, of }),
        t("felt.most-hidden", { feeling }),
      ]}
    />
  );
}

function Good({ counts }: Counted): JSX.Element {
  const known = counts.filter(({ id }) => brightSpotsById.value.has(id));
  return (
    <BarsCard
      counts={known}
      look="sea"
      labelOf={(id) => brightSpotsById.value.get(id)?.label ?? ""}
      sentences={{ title: t("good.title"), what: t("good.what"), even: t("good.even") }}
      mostSaid={(good, n, of) => [t("good.most", { good, n, of }), t("good.most-hidden", { good })]}
    />
  );
}

const READY = {
  yes: "ready.yes",
  minute: "ready.minute",
  person: "ready.person",
  "shift-over": "ready.shift-over",
} as const;
const isAnswer = (id: string): id is keyof typeof READY => Object.hasOwn(READY, id);

function Then({ counts }: Counted): JSX.Element {
  return (
    <BarsCard
      counts={counts.filter(({ id }) => isAnswer(id))}
      look="sea"
      labelOf={(id) => (isAnswer(id) ? t(READY[id]) : "")}
      sentences={{ title: t("then.title"), what: t("then.what"), even: t("then.even") }}
      mostSaid={(answer, n, of) => [
        t("then.most", { answer, n, of }),
        t("then.most-hidden", { answer }),
      ]}
    />
  );
}
