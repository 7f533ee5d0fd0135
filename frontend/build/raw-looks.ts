/** A raw colour, size or duration, or a side of the screen, where only a name of `ui/tokens.css` may stand. */

// Up to three pixels are a hairline: they stay as thin as the screen can draw them, however large the text.
const HAIRLINE_PX = 3;
const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|:[^;]*\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow)\b/i;
const SIDE =
  /^(?:left|right|top|bottom|(?:min-|max-)?(?:width|height)|(?:margin|padding|border)-(?:left|right|top|bottom).*|border-(?:top|bottom)-(?:left|right)-radius)\s*:|^(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
const TIMED = /^(?:transition|animation)(?:-duration|-delay)?\s*:/;

type Declaration = { line: number; text: string };

/** What is said inside the braces, one declaration after the other; comments and conditions are left out. */
function declarationsOf(css: string): Declaration[] {
  const bare = css.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, " "));
  const found: Declaration[] = [];
  for (const { 0: text, index } of bare.matchAll(/[^{};]+(?=[;}])/g)) {
    const line = bare.slice(0, index + text.length - text.trimStart().length).split("\n").length;
    if (text.trim()) found.push({ line, text: text.trim().replace(/\s+/g, " ") });
  }
  return found;
}

function isThick(text: string): boolean {
  return [...text.matchAll(/(\d*\.?\d+)px\b/g)].some(([, size]) => Number(size) > HAIRLINE_PX);
}

/** The names of the durations that shrink to nothing for whoever wants no movement. */
export function stilled(tokens: string): string[] {
  const calm = tokens.slice(tokens.indexOf("prefers-reduced-motion"));
  return [...calm.matchAll(/(--[\w-]+):\s*1ms/g)].map(([, name = ""]) => name);
}

/** A movement whose length is no token that rests must be taken away in the same file. */
function movesOn(text: string, css: string, rests: readonly string[]): boolean {
  const lengths = [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = ""]) => name);
  const isStill = /:\s*(?:none|0s)$/.test(text) || lengths.some((name) => rests.includes(name));
  return !isStill && !/prefers-reduced-motion[\s\S]*(?:transition|animation): none/.test(css);
}

/** What is raw in a style sheet, each with its line. */
export function rawIn(css: string, rests: readonly string[]): string[] {
  return declarationsOf(css).flatMap(({ line, text }) => {
    const faults = [
      COLOUR.test(text.replace(/\bin (?:oklab|oklch)\b/g, "")) && "a colour",
      isThick(text) && "a size in pixels",
      /\b\d*\.?\d+m?s\b/.test(text) && "a duration",
      SIDE.test(text) && "a side of the screen",
      TIMED.test(text) && movesOn(text, css, rests) && "a movement that never rests",
    ];
    return faults.filter(Boolean).map((fault) => `${line}: ${fault}: ${text}`);
  });
}

/** What is raw in a component: a colour, or a style written out. */
export function rawInComponent(source: string): string[] {
  return source.split("\n").flatMap((text, index) => {
    const isColour = /["'`](?:#[0-9a-f]{3,8}\b|(?:rgb|hsl|oklch)a?\()/i.test(text);
    const isPainted = /\b(?:fill|stroke|stop-color)="(?!none"|currentColor")/.test(text);
    const isStyle = /\bstyle="/.test(text) || /style=\{\{[^}]*\d(?:px|rem|ms)\b/.test(text);
    return isColour || isPainted || isStyle ? [`${index + 1}: ${text.trim()}`] : [];
  });
}
