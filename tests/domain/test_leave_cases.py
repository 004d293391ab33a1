"""The worked cases of FMLA leave: each is put to the rules and compared exactly; LEAVE_CASES names another file."""

from __future__ import annotations

import json
import os
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.domain.leave_ops import OPS, answer

DATA = Path(__file__).parents[1] / "data"
MORE = DATA / "leave_more_cases.json"
Table = dict[str, Any]


def read(path: Path) -> Table:
    table: Table = json.loads(path.read_text(encoding="utf-8"))
    return table


def case_files() -> list[Path]:
    """The file named by LEAVE_CASES alone, or our own ones."""
    named = os.environ.get("LEAVE_CASES")
    return [Path(named)] if named else [DATA / "leave_cases.json", MORE]


def head_of(table: Table) -> Table:
    """The ops and types of a file; a file without them has those of the worked cases."""
    return table if "ops" in table else read(DATA / "leave_cases.json")


def check_keys(where: str, given: Table, keys: Table) -> None:
    """Fails by name for a key that the table does not have, and for a required one that is missing."""
    unknown = given.keys() - keys.keys()
    assert not unknown, f"{where}: unknown key {sorted(unknown)}"
    missing = {key for key, facts in keys.items() if facts.get("required")} - given.keys()
    assert not missing, f"{where}: missing key {sorted(missing)}"


def element_of(type_name: str) -> str | None:
    """The type of a list's elements."""
    return type_name[5:-1] if type_name.startswith("list<") else None


def filled(where: str, given: Any, type_name: str, types: Table) -> Any:
    """A value of an input, its keys checked and its defaults filled in from the table."""
    element = element_of(type_name)
    if element is not None:
        assert isinstance(given, list), f"{where}: no list"
        return [filled(where, each, element, types) for each in given]
    if type_name in types:
        return with_defaults(f"{where}: {type_name}", given, types[type_name]["keys"], types)
    return given


def with_defaults(where: str, given: Table, keys: Table, types: Table) -> Table:
    """An input with its keys checked; one that is absent has the default of the table, when there is one."""
    check_keys(where, given, keys)
    full = {key: filled(where, each, keys[key]["type"], types) for key, each in given.items()}
    defaults = {key: deepcopy(facts["default"]) for key, facts in keys.items() if "default" in facts}
    return defaults | full


def check_expected(where: str, expected: Table, keys: Table) -> None:
    """Fails by name for an expected key that the op does not have, or lacks though it is required."""
    needs_all = expected.keys().isdisjoint({"supported", "error"})
    check_keys(where, expected, keys if needs_all else {key: {} for key in keys})


def absent_means(keys: Table, told: Table, expected: Table) -> Table:
    """What the rules say, less the keys that the case leaves out and that have their default, or say nothing."""
    quiet = {key: facts.get("default") for key, facts in keys.items() if key not in expected}
    return {key: each for key, each in told.items() if key not in quiet or (each is not None and each != quiet[key])}


def check_case(case: Table, head: Table) -> None:
    where = f"{case['id']} {case['op']}"
    assert case["op"] in head["ops"], f"{where}: the op is not in the table"
    assert case["op"] in OPS, f"{where}: unknown op"
    op = head["ops"][case["op"]]
    check_expected(where, case["expected"], op["expected"])
    given = with_defaults(where, case["input"], op["input"], head["types"])
    told = answer(case["op"], given)
    strange = told.keys() - op["expected"].keys()
    assert not strange, f"{where}: the rules say {sorted(strange)}, which the op does not have"
    assert absent_means(op["expected"], told, case["expected"]) == case["expected"], where


def all_cases() -> list[Any]:
    found = []
    for path in case_files():
        table = read(path)
        head = head_of(table)
        found += [pytest.param(case, head, id=f"{case['id']}-{case['op']}") for case in table["cases"]]
    return found


@pytest.mark.parametrize(("case", "head"), all_cases())
def test_the_rules_give_the_worked_answer(case: Table, head: Table) -> None:
    check_case(case, head)


def test_every_op_of_the_table_is_mapped() -> None:
    assert OPS.keys() == read(DATA / "leave_cases.json")["ops"].keys()


def a_case(**changes: Any) -> tuple[Table, Table]:
    case = {
        "id": "X",
        "op": "usage_returns_on",
        "input": {"used_on": "2026-05-04"},
        "expected": {"returns_on": "2027-05-04"},
    }
    return case | changes, read(DATA / "leave_cases.json")


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"op": "horoscope"}, "horoscope"),
        ({"input": {"used_on": "2026-05-04", "moon": "full"}}, "moon"),
        ({"input": {}}, "used_on"),
        ({"expected": {"returns_on": "2027-05-04", "luck": True}}, "luck"),
        ({"expected": {}}, "returns_on"),
        ({"expected": {"returns_on": "2027-05-05"}}, "X usage_returns_on"),
        ({"expected": {"returns_on": "2027-05-04", "not_settled": True}}, "X usage_returns_on"),
    ],
)
def test_a_case_that_is_not_understood_fails_by_name(changes: Table, name: str) -> None:
    case, head = a_case(**changes)
    with pytest.raises(AssertionError, match=name):
        check_case(case, head)


def test_a_case_that_is_understood_passes() -> None:
    check_case(*a_case())


def test_an_unknown_key_within_a_list_fails_by_name() -> None:
    case, head = a_case(
        op="absence_charge",
        input={"schedule": [], "leave": [{"day": "2026-05-04", "mood": "low"}]},
        expected={"weeks": "0", "days_charged": 0, "by_week": [], "by_year": []},
    )
    with pytest.raises(AssertionError, match="mood"):
        check_case(case, head)
