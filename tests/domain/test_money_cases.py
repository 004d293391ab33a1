"""The worked cases of money: each is put to the rules and compared exactly; MONEY_CASES names another file."""

from __future__ import annotations

import json
import os
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.domain.money_ops import OPS, answer

DATA = Path(__file__).parents[1] / "data"
OURS = DATA / "money_cases.json"
Table = dict[str, Any]
CASE = {"id", "op", "inputs", "expected"}
BESIDE = {"wrong_answers", "source", "published", "confidence", "explanation"}
OK = {"status": "ok"}
NONE = {"status": "not_published"}


def read(path: Path) -> Table:
    table: Table = json.loads(path.read_text(encoding="utf-8"))
    return table


def case_file() -> Path:
    """The file named by MONEY_CASES, or our own one."""
    return Path(os.environ.get("MONEY_CASES") or OURS)


def head_of(table: Table) -> Table:
    """The ops of a file; a file without them has those of the worked cases."""
    return table if "ops" in table else read(OURS)


def check_keys(where: str, given: Table, known: set[str], required: set[str]) -> None:
    """Fails by name for a key that is not known, and for a required one that is missing."""
    unknown, missing = given.keys() - known, required - given.keys()
    assert not unknown, f"{where}: unknown key {sorted(unknown)}"
    assert not missing, f"{where}: missing key {sorted(missing)}"


def filled(where: str, given: Any, facts: Table) -> Any:
    """A value of an input: its keys and its choices checked, its defaults filled in from the head."""
    if given is None:
        return None
    if facts["type"] == "list":
        assert isinstance(given, list), f"{where}: no list"
        of = facts["of"] if isinstance(facts["of"], dict) else {"type": facts["of"]}
        return [filled(where, each, of) for each in given]
    if facts["type"] == "object":
        return with_defaults(where, given, facts["fields"])
    if facts["type"] == "enum":
        assert given in facts["values"], f"{where}: unknown value {given}"
    return given


def with_defaults(where: str, given: Table, keys: Table) -> Table:
    """An input with its keys checked; one that is absent has the default of the head."""
    check_keys(where, given, set(keys), {key for key, facts in keys.items() if facts.get("required")})
    full = {key: filled(f"{where}: {key}", each, keys[key]) for key, each in given.items()}
    return {key: deepcopy(facts["default"]) for key, facts in keys.items() if "default" in facts} | full


def exact(value: Decimal) -> str:
    """All digits of an amount, at least two of them after the point."""
    digits = f"{value:f}".rstrip("0") if "." in f"{value:f}" else f"{value:f}."
    return digits + "0" * (2 - len(digits.partition(".")[2]))


def simple(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def written(value: Any, facts: Table | str) -> Any:
    """A value of an answer as the file writes its type; one that would have to be rounded for it shows."""
    facts = {"type": facts} if isinstance(facts, str) else facts
    kind = facts["type"]
    if kind == "list":
        return [written(each, facts["of"]) for each in value]
    if kind == "object":
        return {key: written(value[key], each) for key, each in facts["fields"].items()}
    if kind in {"exact", "money"}:
        return exact(value)
    if kind in {"whole", "decimal"}:
        return simple(value)
    return str(value) if isinstance(value, Decimal | date) or kind == "enum" else value


def told_words(op: str, told: Table, head: Table) -> Table:
    """The whole answer as the file writes it."""
    keys: Table = head["ops"][op]["expected"]
    if told == NONE:
        return told
    told = (OK if "status" in keys else {}) | told
    strange = told.keys() - keys.keys()
    assert not strange, f"{op}: the rules say {sorted(strange)}, which the op does not have"
    return {key: written(each, keys[key]) for key, each in told.items()}


def check_expected(where: str, expected: Table, keys: Table) -> None:
    """Fails by name for an expected key that the op does not have, or lacks; any op may have no published figure."""
    if expected != NONE:
        check_keys(where, expected, set(keys), set(keys))


def check_case(case: Table, head: Table) -> None:
    where = f"{case['id']} {case['op']}"
    check_keys(where, case, CASE | BESIDE, CASE)
    assert case["op"] in head["ops"], f"{where}: the op is not in the table"
    assert case["op"] in OPS, f"{where}: unknown op"
    op = head["ops"][case["op"]]
    check_expected(where, case["expected"], op["expected"])
    given = with_defaults(where, case["inputs"], op["inputs"])
    told = told_words(case["op"], answer(case["op"], given), head)
    assert told == case["expected"], where
    assert told.get(op["primary"]) not in [wrong["value"] for wrong in case.get("wrong_answers", [])], where


def all_cases() -> list[Any]:
    table = read(case_file())
    head = head_of(table)
    return [pytest.param(case, head, id=f"{case['id']}-{case['op']}") for case in table["cases"]]


@pytest.mark.parametrize(("case", "head"), all_cases())
def test_the_rules_give_the_worked_answer(case: Table, head: Table) -> None:
    check_case(case, head)


def test_every_op_of_the_table_is_mapped() -> None:
    assert OPS.keys() == read(OURS)["ops"].keys()


def a_case(**changes: Any) -> tuple[Table, Table]:
    case = {
        "id": "X",
        "op": "home_change",
        "inputs": {"cost": "90.00", "increase_in_value": "40.00"},
        "expected": {"includible": "50.00"},
    }
    return case | changes, read(OURS)


def test_a_case_that_is_understood_passes() -> None:
    check_case(*a_case())


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"op": "horoscope"}, "horoscope"),
        ({"inputs": {"cost": "90.00", "moon": "full"}}, "moon"),
        ({"inputs": {}}, "cost"),
        ({"expected": {"includible": "50.00", "luck": True}}, "luck"),
        ({"expected": {}}, "includible"),
        ({"expected": {"includible": "50.01"}}, "X home_change"),
        ({"expected": {"includible": "50"}}, "X home_change"),
        ({"hint": "see the stars"}, "hint"),
        ({"wrong_answers": [{"value": "50.00", "why": "made up"}]}, "X home_change"),
    ],
)
def test_a_case_that_is_not_understood_fails_by_name(changes: Table, name: str) -> None:
    case, head = a_case(**changes)
    with pytest.raises(AssertionError, match=name):
        check_case(case, head)


@pytest.mark.parametrize(
    ("inputs", "name"),
    [
        ({"trips": [{"date": "2026-03-02", "miles": "13", "mood": "low"}]}, "mood"),
        ({"trips": [{"date": "2026-03-02"}]}, "miles"),
    ],
)
def test_an_unknown_or_missing_key_within_a_list_fails_by_name(inputs: Table, name: str) -> None:
    case, head = a_case(op="mileage_total", inputs=inputs, expected=NONE)
    with pytest.raises(AssertionError, match=name):
        check_case(case, head)


def test_a_choice_that_the_head_does_not_have_fails_by_name() -> None:
    inputs = {"paid": [{"category": "rumors", "amount": "1.00"}], "received": []}
    expected = {"gross": "1.00", "offset": "0.00", "net_medical": "1.00", "excess": "0.00"}
    case, head = a_case(op="net_of_reimbursements", inputs=inputs, expected=expected)
    with pytest.raises(AssertionError, match="rumors"):
        check_case(case, head)


def test_another_file_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"cases": [a_case()[0]]}), encoding="utf-8")
    monkeypatch.setenv("MONEY_CASES", str(other))
    assert [param.id for param in all_cases()] == ["X-home_change"]
