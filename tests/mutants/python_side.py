"""Finds the checks in a module of the client, and rewrites them so that one at a time can be taken out."""

import ast
import importlib.machinery
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType
from typing import Any

from tests.mutants.places import CALLS, DECIDING, ENTRIES, FUNCTIONS, MODULES, READING, UNLESS
from tests.server import ROOT

HOOK = "__switches__"


class Rewriting(ast.NodeTransformer):
    """`names` are the checks found, in the order of the source."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.names: list[str] = []
        self._functions: list[str] = []
        self._seen: Counter[str] = Counter()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self._functions.append(node.name)
        if node.name in FUNCTIONS.get(self.module, (node.name,)):
            node.body = [self.visit(statement) for statement in node.body]
        self._functions.pop()
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        refuses = isinstance(node.body[-1], ast.Raise)
        node.test = self._split(node.test) if refuses else self.visit(node.test)
        node.body = [self.visit(statement) for statement in node.body]
        node.orelse = [self.visit(statement) for statement in node.orelse]
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        if isinstance(node.value, ast.Call) and _called(node.value) in CALLS:
            return ast.Expr(_hook("call", self._name(node.value), _later(node.value)))
        return self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        if isinstance(node.targets[0], ast.Name) and node.targets[0].id in self._here(ENTRIES):
            return self._table(node)
        return self.generic_visit(node)

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.expr):
            text = ast.unparse(node)
            if off := dict(self._here(DECIDING)).get(text):
                return _hook("check", self._name(node), node, _expression(off))
            if instead := dict(self._here(UNLESS)).get(text):
                return _hook("call", self._name(node), _later(node), _later(_expression(instead)))
        found: ast.AST = super().visit(node)
        return found

    def _here(self, table: Mapping[str, Mapping[str, Any]]) -> Any:
        return table.get(self.module, {}).get(self._functions[-1], ()) if self._functions else ()

    def _split(self, test: ast.expr) -> ast.expr:
        """Of what is joined by `or`, and of what is compared in pairs, each is a check of its own."""
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
            return ast.BoolOp(ast.Or(), [self._split(one) for one in test.values])
        pairs = _pairs(test)
        if pairs:
            return ast.BoolOp(ast.Or(), [self._split(one) for one in pairs])
        if self.module in FUNCTIONS and ast.unparse(test).startswith(READING):
            return test
        return _hook("check", self._name(test), test, ast.Constant(value=False))

    def _table(self, node: ast.Assign) -> ast.AST:
        table = node.value
        assert isinstance(table, ast.Dict)
        keys = [key for key in table.keys if key is not None]
        target = ast.unparse(node.targets[0])
        names = [self._name(_expression(f"{target}[{ast.unparse(key)}]")) for key in keys]
        known = ast.Dict(list(table.keys), [ast.Constant(value=name) for name in names])
        node.value = _hook("entries", None, known, table)
        return node

    def _name(self, node: ast.expr) -> str:
        path = self.module.replace(".", "/") + ".py"
        text = f"{path} {self._functions[-1]}: {ast.unparse(node)}"
        self._seen[text] += 1
        name = text if self._seen[text] == 1 else f"{text} ({self._seen[text]})"
        self.names.append(name)
        return name


def rewritten(module: str) -> tuple[ast.Module, list[str]]:
    """A module with its checks on switches, and their names."""
    path = ROOT / f"{module.replace('.', '/')}.py"
    rewriting = Rewriting(module)
    tree = rewriting.visit(ast.parse(path.read_text(encoding="utf-8"), str(path)))
    hook = ast.ImportFrom("tests.mutants.switches", [ast.alias("SWITCHES", HOOK)], 0)
    docstring = 1 if ast.get_docstring(tree) is not None else 0
    tree.body.insert(docstring, hook)
    return ast.fix_missing_locations(tree), rewriting.names


def checks() -> list[str]:
    """The names of all checks of the Python client."""
    return [name for module in MODULES for name in rewritten(module)[1]]


class Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with its checks on switches."""

    def get_code(self, fullname: str) -> CodeType:
        return compile(rewritten(fullname)[0], self.path, "exec")


class Finder:
    """Stands before all others on `sys.meta_path`."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in MODULES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        assert spec is not None
        assert spec.origin is not None
        spec.loader = Loader(name, spec.origin)
        return spec


def install() -> None:
    """From now on the client is loaded with its checks on switches."""
    assert not set(MODULES) & set(sys.modules)
    sys.meta_path.insert(0, Finder())  # type: ignore[arg-type]


def _pairs(test: ast.expr) -> list[ast.expr]:
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.NotEq):
        return []
    left, right = test.left, test.comparators[0]
    if not isinstance(left, ast.Tuple):
        return []
    others = (
        right.elts if isinstance(right, ast.Tuple) else [_part(right, at) for at in range(len(left.elts))]
    )
    return [ast.Compare(one, [ast.NotEq()], [other]) for one, other in zip(left.elts, others, strict=True)]


def _part(of: ast.expr, at: int) -> ast.expr:
    return ast.Subscript(of, ast.Constant(value=at), ast.Load())


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def _later(value: ast.expr) -> ast.expr:
    nothing = ast.arguments([], [], None, [], [], None, [])
    return ast.Lambda(nothing, value)


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _hook(work: str, name: str | None, *values: ast.expr) -> ast.Call:
    named: list[ast.expr] = [] if name is None else [ast.Constant(value=name)]
    function = ast.Attribute(ast.Name(HOOK, ast.Load()), work, ast.Load())
    return ast.Call(function, [*named, *values], [])
