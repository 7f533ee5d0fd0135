import { type FunctionComponent, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { lazy } from "preact-iso";

type File<P> = { default: FunctionComponent<P> } | FunctionComponent<P>;
type Load<P> = () => Promise<File<P>>;
/** A part that comes when it is first shown; `preload` fetches it before, and rejects where it can't. */
export type Late<P> = FunctionComponent<P> & { preload: () => Promise<unknown> };

const partOf = <P>(file: File<P>) => (typeof file === "function" ? file : file.default);

/**
 * What the person asked for. Until it is here there is nothing to see; where it can't be had, not even
 * at the second asking, it throws, and the screen says so. A failure is not remembered: the next one
 * who shows it asks again.
 */
export function late<P extends object>(load: Load<P>): Late<P> {
  return fetched(load, (why) => {
    throw why;
  });
}

/** What nobody waits for: where it can't be had, nothing is shown. */
export function lateExtra<P extends object>(load: Load<P>): Late<P> {
  return fetched(load, () => null);
}

function fetched<P extends object>(load: Load<P>, without: (why: Error) => null): Late<P> {
  let part: FunctionComponent<P> | undefined;
  let coming: Promise<unknown> | undefined;
  const settle = (file: File<P>) => {
    part = partOf(file);
  };
  const preload = () => {
    coming ??= load()
      .catch(load)
      .then(settle)
      .finally(() => {
        coming = undefined;
      });
    return part ? Promise.resolve() : coming;
  };
  function Part(props: P) {
    const [isHere, look] = useState(part !== undefined);
    const [why, setWhy] = useState<Error>();
    useEffect(() => {
      // Somebody else may have fetched it since this was first shown as nothing.
      if (!isHere) preload().then(() => look(true), setWhy);
    }, []);
    if (part) return h(part, props);
    return why ? without(why) : null;
  }
  return Object.assign(Part, { preload });
}

/** A whole screen: the one before it stays until it is here. Where it can't be had, `missing` is shown. */
export function lateScreen<P extends object>(
  load: Load<P>,
  missing: FunctionComponent<P>,
): FunctionComponent<P> {
  return lazy(() =>
    load()
      .catch(load)
      .then(partOf)
      .catch(() => missing),
  ) as FunctionComponent<P>;
}
