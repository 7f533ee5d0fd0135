/** Draws a week on a canvas of this phone: a waterline, stones that went in, discs that came up. */
import { type Block, type Painted, wrapped } from "./painted.ts";

export const WIDTH = 1080;
/** Without a word on it; what is written makes it longer. */
export const HEIGHT = 820;
const EDGE = 96;
const INNER = WIDTH - 2 * EDGE;
const WATER_Y = 500;
const MOST_DRAWN = 5;

const LEADING = 1.35;

type Line = { text: string; y: number; size: number; isSoft: boolean };
type Ink = { ground: string; ink: string; soft: string; line: string; sea: string; ember: string };
export type Labels = { title: string; days: readonly string[] };

/** The colours of the app as they are now, read from the tokens: by day and by night alike. */
function inksOf(canvas: HTMLCanvasElement): Ink {
  const read = (token: string) => {
    canvas.style.color = `var(--${token})`;
    return getComputedStyle(canvas).color;
  };
  const inks = {
    ground: read("ground"),
    ink: read("ink"),
    soft: read("soft"),
    line: read("edge"),
    sea: read("sea"),
    ember: read("ember"),
  };
  canvas.style.color = "";
  return inks;
}

class Brush {
  readonly ink: Ink;
  readonly #pen: CanvasRenderingContext2D;
  readonly #serif: string;

  constructor(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D) {
    this.ink = inksOf(canvas);
    this.#pen = pen;
    this.#serif = getComputedStyle(canvas).fontFamily;
  }

  fill(colour: string, height: number): void {
    this.#pen.fillStyle = colour;
    this.#pen.fillRect(0, 0, WIDTH, height);
  }

  /** The lines a text takes, from `y` on. */
  lay(text: string, y: number, size: number, isSoft: boolean): Line[] {
    this.#pen.font = `${size}px ${this.#serif}`;
    const lines = wrapped(text, INNER, (line) => this.#pen.measureText(line).width);
    return lines.map((line, n) => ({ text: line, y: y + n * size * LEADING, size, isSoft }));
  }

  write({ text, y, size, isSoft }: Line): void {
    this.#pen.font = `${size}px ${this.#serif}`;
    this.#pen.fillStyle = isSoft ? this.ink.soft : this.ink.ink;
    this.#pen.textAlign = "left";
    this.#pen.fillText(text, EDGE, y);
  }

  letter(text: string, x: number, y: number, colour: string): void {
    this.#pen.font = `34px ${this.#serif}`;
    this.#pen.fillStyle = colour;
    this.#pen.textAlign = "center";
    this.#pen.fillText(text, x, y);
  }

  line(y: number, from: number, to: number, colour: string): void {
    this.#pen.strokeStyle = colour;
    this.#pen.lineWidth = 4;
    this.#pen.beginPath();
    this.#pen.moveTo(from, y);
    this.#pen.lineTo(to, y);
    this.#pen.stroke();
  }

  /** An ellipse: as a stroke, or filled. */
  ring(x: number, y: number, wide: number, high: number, colour: string, isFull: boolean): void {
    const pen = this.#pen;
    pen.beginPath();
    pen.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
    pen.lineWidth = 4;
    pen.fillStyle = colour;
    pen.strokeStyle = colour;
    if (isFull) pen.fill();
    else pen.stroke();
  }
}

/** The whole picture; what is written on it was ticked before. */
export function paint(
  canvas: HTMLCanvasElement,
  { days }: Painted,
  blocks: readonly Block[],
  labels: Labels,
): void {
  const pen = canvas.getContext("2d");
  if (!pen) return; // a browser that draws nothing: the words beside it say the same
  const brush = new Brush(canvas, pen);
  const written = [...brush.lay(labels.title, 168, 64, false), ...laidOut(brush, blocks)];
  const height = Math.max(HEIGHT, Math.ceil((written.at(-1)?.y ?? 0) + EDGE));
  canvas.height = height; // which empties it
  brush.fill(brush.ink.ground, height);
  for (const line of written) brush.write(line);
  brush.line(WATER_Y, EDGE - 40, WIDTH - EDGE + 40, brush.ink.line);
  const step = INNER / 7;
  for (const [n, one] of days.entries()) drawDay(brush, EDGE + step * (n + 0.5), one);
  for (const [n, name] of labels.days.entries())
    brush.letter(name, EDGE + step * (n + 0.5), WATER_Y + 190, brush.ink.soft);
}

/** What is written under the water, each part under its heading. */
function laidOut(brush: Brush, blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  let y = WATER_Y + 310;
  const add = (text: string, size: number, isSoft: boolean, gap: number) => {
    const more = brush.lay(text, y, size, isSoft);
    lines.push(...more);
    y += more.length * size * LEADING + gap;
  };
  for (const { head, lines: said } of blocks) {
    add(head, 34, true, 10);
    for (const line of said) add(line, 44, false, 0);
    y += 44;
  }
  return lines;
}

/** Above the water what came up, under it the rings of what went in. */
function drawDay(brush: Brush, x: number, { stones, discs }: Painted["days"][number]): void {
  for (let n = 0; n < Math.min(discs, MOST_DRAWN); n += 1)
    brush.ring(x, WATER_Y - 52 - n * 44, 17, 17, brush.ink.sea, true);
  for (let n = 0; n < Math.min(stones, MOST_DRAWN); n += 1)
    brush.ring(x, WATER_Y + 62, 14 + n * 12, 5 + n * 7, brush.ink.ember, n === 0);
}
