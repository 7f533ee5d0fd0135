import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { lazy } from "preact-iso";
import { t } from "../language/first.ts";
import { heard } from "../language/t.ts";

type File<P> = { default: FunctionComponent<P> } | FunctionComponent<P>;
type Load<P> = () => Promise<File<P>>;
/** A part that comes when it is first shown; `preload` fetches it before, and rejects where it can't. */
export type Late<P> = FunctionComponent<P> & { preload: () => Promise<unknown> };

/** So long nobody is told that something is on its way. */
const SOON_MS = 1500;

function partOf<P>(file: File<P>): FunctionComponent<P> {
  return typeof file === "function" ? file : file.default;
}

/**
 * What the person asked for. Where it takes a while this is said; where it can't be had, not even at the
 * second asking, it throws, and the screen says so. A failure is not remembered: the next one who shows
 * it asks again.
 */
export function late<P extends object>(load: Load<P>): Late<P> {
  return fetched(load, Coming);
}

function Coming({ why }: { why: Error | undefined }): JSX.Element | null {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setSlow, SOON_MS, true);
    return () => clearTimeout(timer);
  }, []);
  if (why) throw why;
  if (!isSlow) return null;
  return (
    <div class="notice coming" role="status">
      <p>{t("late.coming")}</p>
      <button type="button" class="button plain" onClick={() => location.reload()}>
        {t("broken.again")}
      </button>
    </div>
  );
}

/** What nobody waits for: where it can't be had, nothing is shown. */
export function lateExtra<P extends object>(load: Load<P>): Late<P> {
  return fetched(load, Nothing);
}

const Nothing = () => null;

function fetched<P extends object>(
  load: Load<P>,
  Meanwhile: FunctionComponent<{ why: Error | undefined }>,
): Late<P> {
  let part: FunctionComponent<P> | undefined;
  let coming: Promise<unknown> | undefined;
  const settle = async (file: File<P>) => {
    await heard();
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
    const Came = part;
    return Came ? <Came {...props} /> : <Meanwhile why={why} />;
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
      .then(async (file) => {
        await heard();
        return partOf(file);
      })
      .catch(() => missing),
  ) as FunctionComponent<P>;
}
