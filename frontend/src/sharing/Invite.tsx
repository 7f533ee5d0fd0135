import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Square } from "../keys/Square.tsx";
import "../keys/link.css";
import { JournalTrouble } from "../errors.ts";
import { t } from "../language/coach.ts";
import { sentenceOf } from "../language/troubles.ts";
import { sharingFile } from "../library/catalogue.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { theSharing } from "./acts.ts";
import { Welcome } from "./CoachPeople.tsx";
import type { Answered, How, Invited, PartProps } from "./shape.ts";
import { agents } from "./state.ts";

const ASKS_EVERY_MS = 1500;

/** A coach's square, for one person in the room; or a link, after which the number is compared. */
export default function Invite({ about }: PartProps): JSX.Element {
  const how: How = about === "link" ? "link" : "qr";
  const { invited, answered, problem } = useInvitation(how);
  const known = agents.value.find(
    ({ person, ended }) => person === answered?.person && ended === undefined,
  );
  useEffect(sharingFile.load, []);
  return (
    <Sheet label={t("invite.title")} onClose={closeSheet}>
      <div class="sheet-body">
        <StepHeading>{how === "qr" ? t("invite.title") : t("invite.link-title")}</StepHeading>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {known && <p role="status">{t("invite.done", { name: known.name })}</p>}
        {!known && answered && <Welcome answered={answered} />}
        {!answered && invited && <Shown invited={invited} how={how} />}
      </div>
      <footer class="sheet-foot">
        {known && (
          <button type="button" class="button" onClick={closeSheet}>
            {t("act.done")}
          </button>
        )}
      </footer>
    </Sheet>
  );
}

type Invitation = {
  invited: Invited | undefined;
  answered: Answered | undefined;
  problem: string;
};

/** Opens an invitation, and waits here until somebody has answered it. */
function useInvitation(how: How): Invitation {
  const [invited, setInvited] = useState<Invited>();
  const [answered, setAnswered] = useState<Answered>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let isHere = true;
    const wait = async () => {
      const sharing = await theSharing();
      const made = await sharing.invite(how);
      setInvited(made);
      while (isHere) {
        const found = (await latest(sharing.answered())).find((one) => one.how === how);
        if (found !== undefined) return setAnswered(found);
        await new Promise((resolve) => setTimeout(resolve, ASKS_EVERY_MS));
      }
    };
    wait().catch((trouble: unknown) => setProblem(sentenceOf(trouble)));
    return () => {
      isHere = false;
    };
  }, [how]);
  return { invited, answered, problem };
}

/** Without a connection it is asked again in a moment. */
async function latest(asking: Promise<Answered[]>): Promise<Answered[]> {
  try {
    return await asking;
  } catch (trouble) {
    if (trouble instanceof JournalTrouble && trouble.code === "offline") return [];
    throw trouble;
  }
}

function Shown({ invited, how }: { invited: Invited; how: How }): JSX.Element {
  return (
    <>
      <p>{how === "qr" ? t("invite.lead") : t("invite.link-lead")}</p>
      {how === "qr" ? <Code text={invited.text} /> : <Link text={invited.text} />}
      <p class="soft" role="status">
        {t("invite.waiting")}
      </p>
      {invited.teams.map(({ name, mayRead }) => (
        <p key={name} class="notice">
          {t(mayRead ? "invite.leads-allowed" : "invite.leads-refused", { team: name })}
        </p>
      ))}
      <section class="stack tight">
        <h2>{t("invite.told")}</h2>
        <ul class="points">
          {sharingFile.read.value?.promise.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Code({ text }: { text: string }): JSX.Element | null {
  const [rows, setRows] = useState<boolean[][]>();
  useEffect(() => {
    void import("qr").then(({ encodeQR }) =>
      setRows(encodeQR(text, "raw", { ecc: "medium", border: 4 })),
    );
  }, [text]);
  return rows ? <Square rows={rows} label={t("invite.code")} /> : null;
}

function Link({ text }: { text: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}/sharing#${text}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <>
      <div class="field">
        <label for="invite-link">{t("invite.link")}</label>
        <input id="invite-link" type="text" value={link} readOnly autocomplete="off" />
      </div>
      <ActButton kind="quiet" act={copy}>
        {t("invite.copy")}
      </ActButton>
      <p role="status">{copied && t("invite.copied")}</p>
    </>
  );
}
