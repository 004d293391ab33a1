"""No float in any module that money goes through: none written, none made, none by dividing whole numbers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "caregiver_app"
# Every module that reads, keeps, counts or tells money. One that comes later belongs here too.
PATTERNS = (
    "domain/money/*.py",
    "domain/expense*.py",
    "domain/cost*.py",
    "domain/claims.py",
    "domain/*money*.py",
    "domain/bank*.py",
    "domain/rate_words.py",
    "domain/year_words.py",
    "domain/entries/amounts.py",
    "domain/outcomes.py",
    "services/rates.py",
    "services/expenses/*.py",
    "services/expense_sheets/*.py",
    "exchange/bank*.py",
    "exchange/ofx.py",
    "exchange/qif.py",
    "exchange/own_csv.py",
    "exchange/csv_table.py",
    "storage/*money*.py",
    "storage/expense_rows.py",
    "storage/claim_rows.py",
    "storage/bank_rows.py",
    "storage/year_rows.py",
    "storage/columns.py",
    "ui/expenses/words.py",
    "ui/expenses/understood.py",
    "ui/expenses/draft.py",
    "ui/expenses/share_fields.py",
    "ui/expenses/months.py",
    "ui/expenses/year_income.py",
    "ui/expenses/own_figure.py",
    "ui/expenses/money_rows.py",
    "ui/expenses/claim_words.py",
)
MODULES = sorted({path for pattern in PATTERNS for path in SOURCE.glob(pattern)})
FLOATING = {"float", "round", "fmean", "stdev"}  # round() takes halves to even, even of exact numbers
FLOAT_MODULES = {"math", "cmath", "random", "numpy"}  # statistics.median and mean keep a Decimal exact


def makes_fraction(node: ast.AST) -> bool:
    """Whether an operand is made exact where it stands, so that the division is exact too."""
    names = {each.func.id for each in ast.walk(node) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)}
    return bool(names & {"Fraction", "Decimal"})


def floats_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield f"{line}: {node.value}"
        elif isinstance(node, ast.Name) and node.id in FLOATING:
            yield f"{line}: {node.id}"
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            operands = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]
            if not any(map(makes_fraction, operands)):
                yield f"{line}: {ast.unparse(node)}"
        elif isinstance(node, ast.Import):
            yield from (f"{line}: {each.name}" for each in node.names if each.name in FLOAT_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in FLOAT_MODULES:
            yield f"{line}: {node.module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_of_the_money_path_has_no_float(path: Path) -> None:
    assert list(floats_in(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_part_of_the_money_path_is_walked(pattern: str) -> None:
    assert list(SOURCE.glob(pattern))


@pytest.mark.parametrize(
    "source",
    [
        "rate = 0.21",
        "x = float('1')",
        "half = cents / 2",
        "cents /= 2",
        "round(x, 2)",
        "import math",
        "from math import pi",
    ],
)
def test_a_float_is_found(source: str) -> None:
    assert list(floats_in(ast.parse(source)))


@pytest.mark.parametrize("source", ["x = Decimal('0.21')", "x = Fraction(1, 3) / whole", "x = cents // 2"])
def test_exact_numbers_are_let_through(source: str) -> None:
    assert not list(floats_in(ast.parse(source)))
