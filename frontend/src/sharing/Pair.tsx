import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Finder } from "../keys/Finder.tsx";
import { t } from "../language/sharing.ts";
import { sentenceOf } from "../language/troubles.ts";
import { sharingFile } from "../library/catalogue.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ActButton, ActForm } from "../ui/ActButton.tsx";
import { Ending } from "../ui/Ending.tsx";
import { Field } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { theSharing } from "./acts.ts";
import { carriedByLink } from "./byLink.ts";
import Compare from "./Number.tsx";
import type { How, Seen } from "./shape.ts";

const OURS = /^CK1I:/;

/** Adding a coach: look at the square, or come by a link; see what both are told, and say yes. */
export default function Pair(): JSX.Element {
  const [link] = useState(carriedByLink);
  const [seen, setSeen] = useState<Seen>();
  const [name, setName] = useState("");
  useEffect(sharingFile.load, []);
  const look = async (text: string, how: How) =>
    setSeen(await (await theSharing()).look(text, how));
  const pair = async (called: string) => {
    if (seen === undefined) return;
    await (await theSharing()).pair(seen, called);
    setName(called);
  };
  if (name && seen?.how === "link") return <Compare what="number" about={seen.invite.coach} />;
  return (
    <Sheet label={t("pair.title")} onClose={closeSheet}>
      {name && <Done name={name} />}
      {!name && seen && <Confirm seen={seen} onYes={pair} />}
      {!name && !seen && <Look link={link} onText={look} />}
    </Sheet>
  );
}

type LookProps = { link: string; onText: (text: string, how: How) => Promise<void> };

function Look({ link, onText }: LookProps): JSX.Element {
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState("");
  const [isByLink, setByLink] = useState(link !== "");
  const take = (text: string, how: How) => {
    setProblem("");
    onText(text, how).catch((trouble: unknown) => setProblem(sentenceOf(trouble)));
  };
  useEffect(() => {
    if (link !== "") take(link, "link");
  }, [link]);
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("pair.title")}</StepHeading>
        {!isByLink && <p>{looking ? t("pair.looking") : t("pair.lead")}</p>}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {isByLink && <ByLink link={link} onText={onText} />}
      </div>
      <footer class="sheet-foot">
        {!isByLink && (
          <>
            <Finder
              ours={OURS}
              wrong="not-an-invite"
              label={t("pair.camera")}
              onFound={(text) => take(text, "qr")}
              onLooking={setLooking}
            />
            <button type="button" class="button quiet" onClick={() => setByLink(true)}>
              {t("pair.link")}
            </button>
          </>
        )}
      </footer>
    </>
  );
}

function ByLink({ link, onText }: LookProps): JSX.Element {
  const [text, setText] = useState(link);
  return (
    <ActForm submit={t("pair.go")} act={() => onText(text, "link")}>
      <Field
        label={t("pair.link-label")}
        hint={t("pair.link-hint")}
        value={text}
        maxLength={600}
        onInput={setText}
      />
    </ActForm>
  );
}

type ConfirmProps = { seen: Seen; onYes: (name: string) => Promise<void> };

/** What both are told stands here before anything is answered. */
function Confirm({ seen, onYes }: ConfirmProps): JSX.Element {
  const [name, setName] = useState("");
  const file = sharingFile.read.value;
  const called = name.trim();
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("pair.found")}</StepHeading>
        <Field
          label={t("pair.name")}
          hint={t("pair.name-hint")}
          value={name}
          maxLength={60}
          onInput={setName}
        />
        {seen.lead && file && (
          <p class="notice">{file.lead_note.replace("{coach}", called || "This coach")}</p>
        )}
        <section class="stack tight" aria-label={t("pair.promise")}>
          <h2>{t("pair.promise")}</h2>
          <ul class="points">
            {file?.promise.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        {seen.how === "link" && <p class="soft">{t("pair.compare-next")}</p>}
      </div>
      <footer class="sheet-foot">
        {called && (
          <ActButton act={() => onYes(called)}>{t("pair.yes", { name: called })}</ActButton>
        )}
        <button type="button" class="button quiet" onClick={closeSheet}>
          {t("pair.no")}
        </button>
      </footer>
    </>
  );
}

function Done({ name }: { name: string }): JSX.Element {
  return (
    <Ending title={t("pair.done")}>
      <p class="words">{name}</p>
      <p role="status">{t("pair.done-body")}</p>
    </Ending>
  );
}
