import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// What is painted before or beside the style sheet repeats two of its colours: the ground, by day and by night.
const at = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const [DAY = "", NIGHT = ""] = groundOf(at("src/ui/tokens.css"));

function groundOf(css: string): string[] {
  const [, pair = ""] = /--ground:\s*light-dark\((.+)\);/.exec(css) ?? [];
  return [...pair.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, l, c, h]) =>
    hexOf(Number(l), Number(c), Number(h)),
  );
}

/** By https://bottosson.github.io/posts/oklab/ and the transfer function of sRGB. */
function hexOf(l: number, chroma: number, hue: number): string {
  const [a, b] = [
    chroma * Math.cos((hue * Math.PI) / 180),
    chroma * Math.sin((hue * Math.PI) / 180),
  ];
  const [long, middle, short] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const linear = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  const channels = linear.map((one) =>
    one > 0.0031308 ? 1.055 * one ** (1 / 2.4) - 0.055 : 12.92 * one,
  );
  return `#${channels
    .map((one) =>
      Math.round(one * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

test("what is painted before the style sheet is there has its ground", () => {
  expect([DAY, NIGHT].every((one) => /^#[0-9a-f]{6}$/.test(one))).toBe(true);
  expect(at("public/theme.js")).toContain(`"dark" ? "${NIGHT}" : "${DAY}"`);
  expect(at("index.html")).toContain(`<meta name="theme-color" content="${NIGHT}" />`);
  const manifest = JSON.parse(at("public/manifest.webmanifest")) as Record<string, string>;
  expect([manifest["background_color"], manifest["theme_color"]]).toEqual([NIGHT, NIGHT]);
});

test("the help page, which has a style of its own, has the app's colours", () => {
  const colours = (css: string) =>
    [...css.matchAll(/(--[\w-]+): (light-dark\(.+\));/g)].map(([, name, is]) => `${name}: ${is}`);
  const own = colours(at("build/help.css")).filter((one) => !one.startsWith("--accent"));
  expect(own.length).toBeGreaterThan(4);
  expect(colours(at("src/ui/tokens.css"))).toEqual(expect.arrayContaining(own));
});
