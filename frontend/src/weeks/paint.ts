/** Draws a week on a canvas of this phone: a waterline, stones that went in, discs that came up. */
import { type Block, type Painted, wrapped } from "./painted.ts";

export const WIDTH = 1080;
export const HEIGHT = 1350;
const EDGE = 96;
const INNER = WIDTH - 2 * EDGE;
const WATER_Y = 500;
const MOST_DRAWN = 5;

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

  fill(colour: string): void {
    this.#pen.fillStyle = colour;
    this.#pen.fillRect(0, 0, WIDTH, HEIGHT);
  }

  /** Writes a text in lines from `y` on; answers where the next one may stand. */
  write(text: string, y: number, size: number, colour: string): number {
    const pen = this.#pen;
    pen.font = `${size}px ${this.#serif}`;
    pen.fillStyle = colour;
    pen.textAlign = "left";
    const lines = wrapped(text, INNER, (line) => pen.measureText(line).width);
    for (const [n, line] of lines.entries()) pen.fillText(line, EDGE, y + n * size * 1.35);
    return y + lines.length * size * 1.35;
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
  brush.fill(brush.ink.ground);
  brush.write(labels.title, 168, 64, brush.ink.ink);
  brush.line(WATER_Y, EDGE - 40, WIDTH - EDGE + 40, brush.ink.line);
  const step = INNER / 7;
  for (const [n, one] of days.entries()) drawDay(brush, EDGE + step * (n + 0.5), one);
  for (const [n, name] of labels.days.entries())
    brush.letter(name, EDGE + step * (n + 0.5), WATER_Y + 190, brush.ink.soft);
  let y = WATER_Y + 310;
  for (const { head, lines } of blocks) {
    y = brush.write(head, y, 34, brush.ink.soft) + 8;
    for (const line of lines) y = brush.write(line, y, 44, brush.ink.ink);
    y += 44;
  }
}

/** Above the water what came up, under it the rings of what went in. */
function drawDay(brush: Brush, x: number, { stones, discs }: Painted["days"][number]): void {
  for (let n = 0; n < Math.min(discs, MOST_DRAWN); n += 1)
    brush.ring(x, WATER_Y - 52 - n * 44, 17, 17, brush.ink.sea, true);
  for (let n = 0; n < Math.min(stones, MOST_DRAWN); n += 1)
    brush.ring(x, WATER_Y + 62, 14 + n * 12, 5 + n * 7, brush.ink.ember, n === 0);
}
