import { parseSync } from "vite";

/** Words that stand in a source instead of in a catalogue: where, and which. */
export type Literal = { line: number; text: string };

type Node = { type: string; start: number; end: number; [member: string]: unknown };

/** What an element or a part of ours says to a person, seen or heard. */
const SAID =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|legend|hint|lead|say|said|heading|summary|caption|content)$/;
/** Calls whose words a person comes to see. */
const SHOWS =
  /^(alert|confirm|prompt|fillText|strokeText|showNotification|Notification|setSaid|setProblem)$/;
const A_LETTER = /\p{L}/u;
/** The key of a sentence, which somebody else says by `t()`. */
const A_KEY = /^[a-z-]+\.[a-z0-9.-]+$/;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;
const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** The words an expression may come to, whichever way it goes; not those it only compares or looks up by. */
function wordsOf(node: unknown): Node[] {
  if (!isNode(node)) return [];
  if (node.type === "Literal") return typeof node["value"] === "string" ? [node] : [];
  if (node.type === "TemplateLiteral") return nodesIn(node["quasis"]);
  const ways: Record<string, string[]> = {
    JSXExpressionContainer: ["expression"],
    ConditionalExpression: ["consequent", "alternate"],
    LogicalExpression: node["operator"] === "&&" ? ["right"] : ["left", "right"],
    BinaryExpression: node["operator"] === "+" ? ["left", "right"] : [],
    ParenthesizedExpression: ["expression"],
    TSAsExpression: ["expression"],
    TSSatisfiesExpression: ["expression"],
  };
  return (ways[node.type] ?? []).flatMap((member) => wordsOf(node[member]));
}

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return "";
  const { name, value, property } = node;
  if (isNode(property)) return nameOf(property);
  return typeof name === "string" ? name : typeof value === "string" ? value : "";
};

/** What a node says aloud, by its kind; most say nothing. */
const SPEAKING: Record<string, (node: Node) => Node[]> = {
  JSXText: (node) => [node],
  JSXElement: ({ children }) => nodesIn(children).flatMap(wordsOf),
  JSXFragment: ({ children }) => nodesIn(children).flatMap(wordsOf),
  JSXAttribute: ({ name, value }) => (SAID.test(nameOf(name)) ? wordsOf(value) : []),
  Property: ({ key, value }) => (SAID.test(nameOf(key)) ? wordsOf(value) : []),
  CallExpression: ({ callee, arguments: given }) =>
    SHOWS.test(nameOf(callee)) ? nodesIn(given).flatMap(wordsOf) : saidBySetting(callee, given),
  NewExpression: ({ callee, arguments: given }) =>
    SHOWS.test(nameOf(callee)) ? nodesIn(given).flatMap(wordsOf) : [],
  AssignmentExpression: ({ left, right }) =>
    /^(title|textContent|innerText|ariaLabel|placeholder)$/.test(nameOf(left))
      ? wordsOf(right)
      : [],
};

/** `setAttribute("aria-label", …)` */
function saidBySetting(callee: unknown, given: unknown): Node[] {
  const [name, value] = nodesIn(given);
  const sets = nameOf(callee) === "setAttribute" && SAID.test(nameOf(name));
  return sets ? wordsOf(value) : [];
}

function textOf(node: Node): string {
  const { value } = node;
  if (typeof value === "string") return value;
  return isNode(value) ? "" : String((value as { cooked?: string } | undefined)?.cooked ?? "");
}

const isWord = (text: string) => A_LETTER.test(text) && !A_KEY.test(text);

/** A node and all below it. */
function* within(node: Node): Generator<Node> {
  yield node;
  for (const member of Object.values(node)) {
    for (const below of nodesIn(member)) yield* within(below);
  }
}

/** Every sentence in a source that no catalogue holds. */
export function literalsIn(file: string, source: string): Literal[] {
  const [program] = nodesIn(parseSync(file, source).program);
  const said = program
    ? [...within(program)].flatMap((one) => SPEAKING[one.type]?.(one) ?? [])
    : [];
  const found = new Map(said.map((node) => [node.start, textOf(node).trim()]));
  const lineOf = (start: number) => source.slice(0, start).split("\n").length;
  return [...found]
    .filter(([, text]) => isWord(text))
    .map(([start, text]) => ({ line: lineOf(start), text }));
}
