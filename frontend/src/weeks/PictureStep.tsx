import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { listLabel, shortWeekdays, spanLabel } from "../language/dates.ts";
import { t } from "../language/weeks.ts";
import { ManyChoices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { saveFile } from "../ui/saveFile.ts";
import type { WeekProps } from "./inProgress.ts";
import { paintedOf } from "./now.ts";
import { HEIGHT, paint, WIDTH } from "./paint.ts";
import { type Block, blocksOf, PARTS, type Painted, partsIn } from "./painted.ts";

const headsNow = () => ({
  came: t("picture.came"),
  helped: t("picture.helped"),
  goal: t("picture.goal"),
  line: t("picture.line"),
});

/** A picture of the week, drawn here; it leaves the phone only by the person's own hand. */
export default function PictureStep({ look }: WeekProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const painted = paintedOf(look);
  const heads = headsNow();
  const blocks = blocksOf(painted, ticked, heads);
  const title = titleOf(painted);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, painted, blocks, { title, days: shortWeekdays() });
  }, [JSON.stringify([title, painted.days, blocks])]);
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("picture.title")}</StepHeading>
        <p class="soft">{t("picture.lead")}</p>
        <canvas
          ref={canvas}
          class="week-picture"
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-label={saidOf(title, blocks)}
        />
        <ManyChoices
          legend={t("picture.what")}
          legendSeen
          most={PARTS.length}
          options={partsIn(painted).map((id) => ({ id, label: heads[id] }))}
          values={ticked}
          onChange={setTicked}
        />
      </div>
      <footer class="sheet-foot">
        <Keep canvas={() => canvas.current} />
      </footer>
    </>
  );
}

function titleOf({ days }: Painted): string {
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  return spanLabel(first, last);
}

/** The picture in words: what it says, and nothing it does not. */
function saidOf(title: string, blocks: readonly Block[]): string {
  const said = blocks.map(({ head, lines }) => `${head}: ${listLabel(lines)}`);
  return [t("picture.drawn", { days: title }), ...said].join(". ");
}

type KeepProps = { canvas: () => HTMLCanvasElement | null };

const fileOf = (canvas: HTMLCanvasElement | null): Promise<File | undefined> =>
  new Promise((done) => {
    const give = (blob: Blob | null) =>
      done(blob ? new File([blob], t("picture.file"), { type: "image/png" }) : undefined);
    if (canvas) canvas.toBlob(give, "image/png");
    else done(undefined);
  });

const EMPTY = new File([], "week.png", { type: "image/png" });

function Keep({ canvas }: KeepProps): JSX.Element {
  const [said, setSaid] = useState("");
  const shares = navigator.canShare?.({ files: [EMPTY] }) ?? false;
  const save = async () => {
    const file = await fileOf(canvas());
    if (!file) return;
    saveFile(file.name, file, file.type);
    setSaid(t("picture.saved"));
  };
  const share = async () => {
    const file = await fileOf(canvas());
    // Whoever closes the phone's list without choosing has changed their mind, and that is all.
    if (file) await navigator.share({ files: [file] }).catch(() => setSaid(""));
  };
  return (
    <>
      <p class="soft centred" role="status">
        {said}
      </p>
      {shares && (
        <button type="button" class="button quiet" onClick={() => void share()}>
          {t("picture.share")}
        </button>
      )}
      <button type="button" class="button" onClick={() => void save()}>
        {t("picture.save")}
      </button>
    </>
  );
}
