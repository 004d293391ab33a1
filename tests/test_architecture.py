"""The rules that keep the program small and its parts apart."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OURS = sorted(
    path.relative_to(ROOT)
    for path in (ROOT / "main.py", *(ROOT / "caregiver_app").rglob("*.py"), *(ROOT / "packaging").rglob("*.py"))
)
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@cache
def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, set[str]]:
    """The versions that a lock file holds, by package."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([\w.-]+)==([^\s;]+)", line):
            found.setdefault(canonicalize_name(match[1]), set()).add(match[2])
    return found


def test_nobody_knows_whom_they_should_not() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_tab_is_kept_apart_from_the_others() -> None:
    tabs = {f"caregiver_app.ui.{page.parent.name}" for page in (ROOT / "caregiver_app/ui").glob("*/page.py")}
    contracts = project()["tool"]["importlinter"]["contracts"]  # type: ignore[index]
    apart = next(contract["modules"] for contract in contracts if contract["id"] == "tabs")
    gathers = next(contract for contract in contracts if contract["id"] == "today")
    assert tabs == {*apart, *gathers["forbidden_modules"]}
    assert gathers["source_modules"] == apart


@pytest.mark.parametrize("path", OURS, ids=str)
def test_a_file_says_what_it_is_for_and_is_short_enough_to_read(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    long = [node.name for node in functions_of(path) if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    assert not long


def test_the_folder_packaging_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_server_and_a_hash_for_each_file(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    for block in re.split(r"\n(?=\w)", text.split("\n", 2)[2]):
        assert "--hash=sha256:" in block, block


def test_the_locks_hold_what_the_project_asks_for() -> None:
    run, develop = locked("requirements.lock"), locked("requirements-dev.lock")
    asked = project()["project"]["dependencies"]  # type: ignore[index]
    for requirement in map(Requirement, asked):
        versions = run[canonicalize_name(requirement.name)]
        assert any(requirement.specifier.contains(version) for version in versions), requirement
    for requirement in map(Requirement, project()["dependency-groups"]["dev"]):  # type: ignore[index]
        versions = develop[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), requirement
    assert {name: develop[name] for name in run} == run


def test_what_is_needed_for_the_first_paint_takes_none_of_the_many_names_of_qt() -> None:
    code = "import caregiver_app.ui.desktop, PySide6.QtCore as core; print('Qt' in vars(core))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
