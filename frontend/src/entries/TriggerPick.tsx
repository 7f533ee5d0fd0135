import type { JSX } from "preact";
import { triggerFile } from "../library/catalogue.ts";
import { ManyChoices } from "../ui/Choices.tsx";
import { OpenMark } from "../ui/Marks.tsx";
import { allTriggers, triggerOf, triggersIn } from "./triggers.ts";

type Props = { values: readonly string[]; onChange: (values: string[]) => void };

/** Several triggers at once, group by group; what is picked stays in sight. */
export function TriggerPick({ values, onChange }: Props): JSX.Element {
  const file = triggerFile.read.value;
  const groupOf = (id: string) => triggerOf(id)?.group;
  return (
    <div>
      {file?.groups.map((group) => {
        const inside = values.filter((id) => groupOf(id) === group.id);
        const others = values.filter((id) => groupOf(id) !== group.id);
        return (
          <details key={group.id} class="trigger-group" open={inside.length > 0}>
            <summary>
              {group.label}
              <OpenMark />
            </summary>
            <ManyChoices
              legend={group.label}
              most={allTriggers.value.length}
              options={triggersIn(group.id)}
              values={inside}
              onChange={(picked) => onChange([...others, ...picked])}
            />
          </details>
        );
      })}
    </div>
  );
}
