import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** One question for today. It brings the ways to answer along, so it comes after the rest of Today. */
export function TodayPrompt(): JSX.Element | null {
  const [Question, setQuestion] = useState<FunctionComponent>();
  useEffect(() => {
    import("./TodayQuestion.tsx")
      .then((found) => setQuestion(() => found.default))
      .catch(() => undefined); // offline before it was ever kept: the next time
  }, []);
  return Question ? <Question /> : null;
}
