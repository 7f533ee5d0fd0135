import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/entries.ts";
import type { Feeling, Labelled } from "../library/catalogue.ts";
import { ManyChoices } from "../ui/Choices.tsx";

type File = { quadrants: Labelled[]; emotions: Feeling[] };
type Props = { file: File; values: readonly string[]; onChange: (values: string[]) => void };

const SHOWN = 6;
const MOST = 2;
// After a rough call these two areas hold what is likely; the others are one tap away.
const LIKELY = ["hot-and-hard", "low-and-heavy"];
const ALWAYS = "okay";

/** Up to two feeling words, the likely areas first, six of each until more are asked for. */
export function FeelingChoices({ file, values, onChange }: Props): JSX.Element {
  const [all, setAll] = useState(values.length > 0);
  const areas = file.quadrants.filter(({ id }) => all || LIKELY.includes(id));
  const okay = file.emotions.filter(({ id }) => id === ALWAYS);
  return (
    <>
      {areas.map((area) => (
        <ManyChoices
          key={area.id}
          legend={area.label}
          legendSeen
          most={MOST}
          options={file.emotions
            .filter(({ quadrant }) => quadrant === area.id)
            .slice(0, all ? undefined : SHOWN)}
          values={values}
          onChange={onChange}
        />
      ))}
      {!all && (
        <div class="row">
          <ManyChoices
            legend={t("feeling.title")}
            most={MOST}
            options={okay}
            values={values}
            onChange={onChange}
          />
          <button type="button" class="button plain" onClick={() => setAll(true)}>
            {t("act.more")}
          </button>
        </div>
      )}
    </>
  );
}
