/** Finds the checks in a file of the app, and rewrites them so that one at a time can be taken out. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "../../frontend/node_modules/rolldown/dist/parse-ast-index.mjs";
import { CALLS, DECIDING, PLACES, READING, TABLES } from "./places.mjs";

export const ROOT = join(import.meta.dirname, "..", "..");
const HOOK = "globalThis.__switches";

/** A file's text with its checks on switches, and their names in the order of the source. */
export function rewritten(path, source) {
  const found = new Finding(path, source);
  found.walk(parseAst(source, { lang: "ts" }), []);
  return { code: found.code(), names: found.names };
}

/** The names of all checks of the app. */
export function checks() {
  return [...PLACES.keys()].flatMap((path) => rewritten(path, readFileSync(join(ROOT, path), "utf8")).names);
}

class Finding {
  names = [];
  #path;
  #source;
  #wanted;
  #seen = new Map();
  #before = new Map();
  #after = new Map();

  constructor(path, source) {
    this.#path = path;
    this.#source = source;
    this.#wanted = PLACES.get(path);
  }

  code() {
    let text = "";
    for (let at = 0; at <= this.#source.length; at += 1) {
      text += (this.#after.get(at) ?? []).join("") + (this.#before.get(at) ?? []).join("");
      text += this.#source[at] ?? "";
    }
    return text;
  }

  walk(node, functions) {
    if (node === null || typeof node !== "object") return;
    if (Array.isArray(node)) return node.forEach((one) => this.walk(one, functions));
    if (typeof node.type !== "string" || node.type.startsWith("TS")) return;
    const inside = nameOf(node) === undefined ? functions : [...functions, nameOf(node)];
    this.#look(node, inside);
    for (const [name, value] of Object.entries(node)) if (name !== "type") this.walk(value, inside);
  }

  #look(node, functions) {
    if (this.#isTable(node)) return this.#table(node.value ?? node.init, functions);
    const isWanted = this.#wanted === null || functions.some((name) => this.#wanted.includes(name));
    if (!isWanted || functions.length === 0) return;
    const off = this.#deciding(functions, node);
    if (off !== undefined && isExpression(node)) return this.#check(node, functions, off);
    if (node.type === "IfStatement" && refuses(node.consequent)) this.#split(node.test, functions);
    if (node.type === "ExpressionStatement") this.#call(node.expression, functions);
    if (node.type === "CallExpression") this.#agreement(node, functions);
  }

  #deciding(functions, node) {
    const tables = functions.map((name) => DECIDING[this.#path]?.[name] ?? {});
    return tables.map((table) => Object.entries(table).find(([text]) => text === this.#text(node))?.[1]).find(Boolean);
  }

  #isTable(node) {
    const name = node.type === "Property" ? node.key.name : node.type === "VariableDeclarator" ? node.id.name : "";
    return TABLES.has(name) && (node.value ?? node.init)?.type === "ObjectExpression";
  }

  #table(object, functions) {
    for (const { type, key, value } of object.properties) {
      if (type !== "Property" || value.type === "ObjectExpression") continue;
      const name = this.#name(functions, `${this.#text(key)}: ${this.#text(value)}`);
      this.#wrap(value, `${HOOK}.test(${name}, `, ")", key === value || this.#text(key) === this.#text(value) ? `${this.#text(key)}: ` : "");
    }
  }

  #split(test, functions) {
    if (test.type === "LogicalExpression" && test.operator === "||") {
      this.#split(test.left, functions);
      return this.#split(test.right, functions);
    }
    if (this.#deciding(functions, test) !== undefined || READING.test(this.#text(test))) return;
    this.#check(test, functions, "false");
  }

  #check(node, functions, off) {
    this.#wrap(node, `${HOOK}.check(${this.#name(functions, this.#text(node))}, (`, `), ${off})`);
  }

  #call(expression, functions) {
    const call = expression.type === "AwaitExpression" ? expression.argument : expression;
    if (call.type !== "CallExpression" || !CALLS.has(calledBy(call))) return;
    const isAwaited = /\bawait\b/.test(this.#text(expression));
    const name = this.#name(functions, this.#text(call));
    this.#wrap(expression, `${isAwaited ? "await " : ""}${HOOK}.${isAwaited ? "later" : "call"}(${name}, ${isAwaited ? "async " : ""}() => (`, "))");
  }

  /** Of what is compared member by member, each is a check of its own. */
  #agreement(call, functions) {
    const table = call.arguments.at(-1);
    if (!["agree", "entries"].includes(calledBy(call)) || table?.type !== "ObjectExpression") return;
    const names = table.properties.map(({ key }) => {
      const name = this.#name(functions, `${calledBy(call)}(${this.#text(call.arguments[0]).slice(0, 20)}) ${this.#text(key)}`.replace(/\(\{.*\)/s, "()"));
      return `${this.#text(key)}: ${name}`;
    });
    this.#wrap(table, `${HOOK}.entries({${names.join(", ")}}, `, ")");
  }

  #wrap(node, before, after, label = "") {
    put(this.#before, node.start, label + before, true);
    put(this.#after, node.end, after, false);
  }

  #name(functions, text) {
    const plain = `${this.#path} ${functions.at(-1)}: ${text}`;
    const times = (this.#seen.get(plain) ?? 0) + 1;
    this.#seen.set(plain, times);
    const name = times === 1 ? plain : `${plain} (${times})`;
    this.names.push(name);
    return JSON.stringify(name);
  }

  #text({ start, end }) {
    return this.#source.slice(start, end).replace(/\s+/g, " ");
  }
}

function put(table, at, text, isLast) {
  const there = table.get(at) ?? [];
  if (isLast) there.push(text);
  else there.unshift(text);
  table.set(at, there);
}

function nameOf(node) {
  if (node.type === "FunctionDeclaration") return node.id.name;
  if (node.type === "MethodDefinition") return node.key.name;
  return node.type === "VariableDeclarator" && ["ArrowFunctionExpression", "ObjectExpression"].includes(node.init?.type)
    ? node.id.name
    : undefined;
}

const calledBy = ({ callee }) => callee.property?.name ?? callee.name;

const isExpression = ({ type }) => !/Statement|Declaration|Declarator|Property|SpreadElement|ArrayPattern|ObjectPattern/.test(type);

function refuses(consequent) {
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  return last?.type === "ThrowStatement";
}
