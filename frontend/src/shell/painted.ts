/** In a tab that nobody sees nothing is ever painted. */
const UNSEEN_MS = 100;

/** Resolves when what was drawn last stands on the screen. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done, 0));
    setTimeout(done, UNSEEN_MS);
  });
}
