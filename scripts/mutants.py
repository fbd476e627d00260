"""The places of a program where `scripts/mutation.py` changes it, one at a time, and what is put there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Bytes of a file of the program, and what stands there instead."""

    file: str
    line: int
    start: int
    end: int
    before: str
    after: str


def places(path: Path, tree: Path) -> Iterator[Place]:
    """Each change of one module: comparisons, parts of `and` and `or`, numbers, conditions, statements."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    seen = set()
    for node, after in _changes(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        if (start, end, after) not in seen:
            seen.add((start, end, after))
            before = source[start:end].decode()
            yield Place(path.relative_to(tree).as_posix(), node.lineno, start, end, before, after)


def _changes(tree: ast.Module) -> Iterator[tuple[Any, str]]:
    """Nodes that may be others, and what to write there; annotations and decorators are left alone."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield from _others(node)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            waiting.extend(
                v for v in (value if isinstance(value, list) else [value]) if isinstance(v, ast.AST)
            )


def _others(node: ast.AST) -> Iterator[tuple[Any, str]]:
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]) if type(operator) in OPPOSITE:
            other: Any = OPPOSITE[type(operator)]()
            yield node, f"({ast.unparse(ast.Compare(left, [other], [right]))})"
        case ast.BoolOp(op=operator, values=values):
            other = OPPOSITE[type(operator)]()
            yield node, f"({ast.unparse(ast.BoolOp(other, values))})"
            for number in range(len(values)):
                kept = values[:number] + values[number + 1 :]
                yield node, f"({ast.unparse(ast.BoolOp(operator, kept) if kept[1:] else kept[0])})"
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as operator, right=right):
            other = OPPOSITE[type(operator)]()
            yield node, f"({ast.unparse(ast.BinOp(left, other, right))})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, f"({ast.unparse(operand)})"
        case ast.Constant(value=bool() as value):
            yield node, str(not value)
        case ast.Constant(value=int() as value):
            yield node, str(value + 1)
        case (
            ast.If(test=ast.Name() | ast.Call() | ast.Attribute() as test)
            | ast.IfExp(test=ast.Name() | ast.Call() | ast.Attribute() as test)
        ):
            yield test, f"(not {ast.unparse(test)})"
        case ast.comprehension(ifs=conditions):
            yield from ((condition, "True") for condition in conditions)
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise():
            yield node, "pass"
        case _:
            return
