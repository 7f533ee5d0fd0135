import { useEffect } from "preact/hooks";

/** Seals a draft at once when the page is being hidden: it may not come back. */
export function useHurry(entry: { hurry: () => void }): void {
  useEffect(() => {
    const hurry = () => entry.hurry();
    document.addEventListener("visibilitychange", hurry);
    addEventListener("pagehide", hurry);
    return () => {
      document.removeEventListener("visibilitychange", hurry);
      removeEventListener("pagehide", hurry);
    };
  }, [entry]);
}
