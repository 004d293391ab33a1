"""All benchmarks, each as a ratio to a floor taken in the same run, written as a table: python -m tests.benchmarks."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import expenses, family, find_side, leave, paper_side, plans
from tests.benchmarks.runs import a_screen, in_turn, once

TODAY = family.TODAY.isoformat()


@dataclass(frozen=True)
class Line:
    """One line of the table: a ratio or a count, and how large it may be."""

    name: str
    what: str
    found: float
    limit: float
    detail: str

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.found <= self.limit

    def row(self) -> str:
        """As a row of the table."""
        mark = "yes" if self.holds else "NO"
        return f"| {self.name} | {self.what} | {self.found:.2f} | {self.limit:g} | {mark} | {self.detail} |"


def main() -> int:
    """Measure what was named, or everything; 1 when a limit was not held."""
    wanted = set("".join(sys.argv[1:]).replace(",", "")) or set("abcdefghijklmnopqrst")
    with tempfile.TemporaryDirectory() as folder, a_screen() as screen:
        long, short = Path(folder) / "ten years.care", Path(folder) / "four weeks.care"
        if wanted & set("bcdeghij"):
            family.build(long, family.TEN_YEARS)
            family.build(short, family.FOUR_WEEKS)
        print(
            f"Medians, drawn by “{screen}”.\n\n| | what | found | limit | holds | detail |\n|---|---|---|---|---|---|"
        )
        held = True
        for letters, measure in (
            ("a", start),
            ("bcdg", cards),
            ("c", plans_of),
            ("e", page_turns),
            ("f", paper),
            ("h", change),
            ("ij", rides),
            ("klm", leave_count),
            ("n", leave_tab),
            ("opq", costs),
            ("r", bank_file),
            ("s", year_report),
            ("t", find_anything),
        ):
            if wanted & set(letters):
                for line in measure(long, short):
                    print(line.row(), flush=True)
                    held = held and line.holds
    return 0 if held else 1


def start(_long: Path, _short: Path) -> Iterator[Line]:
    """(a) The painted window against a bare one."""
    floor, ours = in_turn(("floor_side",), ("app_side", "--only-window"))
    yield _ratio("a", "start to painted window", ours["painted"], floor["painted"], 1.25)


def cards(long: Path, short: Path) -> Iterator[Line]:
    """(b) (c) (d) (g) Today, ten years of data behind it."""
    bare, floor, ours, few = in_turn(
        ("floor_side",), ("floor_side", str(long)), ("app_side", *_opened(long)), ("app_side", *_opened(short))
    )
    yield _ratio("b", "start to Today", ours["cards"], floor["cards"], 1.3)
    yield _ratio("c", "ten years ÷ four weeks", ours["cards"], few["cards"], 1.15)
    yield _ratio("d", "longest stall ÷ bare window", ours["stall"], bare["painted"], 0.3)
    yield Line("g", "peak memory", ours["memory"] / floor["memory"], 1.5, f"{ours['memory'] / 1e6:.0f} MB")


def plans_of(long: Path, short: Path) -> Iterator[Line]:
    """(c) The same number of questions whatever the years, and none that walks through a big table."""
    for question in (plans.BOARD, plans.today_page):
        yield _selects("c", long, short, question)
        yield _scans("c", long, question)


def page_turns(long: Path, short: Path) -> Iterator[Line]:
    """(e) Turning to the next week."""
    ours, few = in_turn(("board_side", str(long)), ("board_side", str(short)))
    yield _ratio("e", "turn to the next week, ten years ÷ one month", ours["turn"], few["turn"], 1.2)


def paper(_long: Path, _short: Path) -> Iterator[Line]:
    """(f) The week sheet against a bare canvas."""
    found = paper_side.measure()
    yield _ratio("f", "week sheet in a warm process", found["ours"], found["floor"], 2.5)


def change(long: Path, _short: Path) -> Iterator[Line]:
    """(h) One saved change, from the click to the repainted board."""
    found = once("board_side", str(long))
    yield _ratio("h", "one saved change", found["change"], found["bare change"], 4)
    yield Line("h", "commits", found["change commits"], 1, "")
    yield Line("h", "SELECTs", found["change selects"], 3, "")
    yield Line("h", "cards rebuilt", found["change cards rebuilt"], 2, "")


def rides(long: Path, short: Path) -> Iterator[Line]:
    """(i) The Rides tab, (j) one saved ride; the months behind them must not count."""
    ours, few = in_turn(("rides_side", str(long)), ("rides_side", str(short)))
    for name, what in (("rides", "Rides tab"), ("week turn", "its next week"), ("month turn", "its next month")):
        yield _ratio("i", f"{what}, ten years ÷ one month", ours[name], few[name], 1.2)
    yield _selects("i", long, short, plans.rides_page)
    yield _scans("i", long, plans.rides_page)
    yield _ratio("j", "a driver for one ride, ten years ÷ one month", ours["promise"], few["promise"], 1.3)
    yield _ratio("j", "another pick-up, ten years ÷ one month", ours["pick-up"], few["pick-up"], 1.3)
    yield _selects("j", long, short, plans.one_ride)
    yield _scans("j", long, plans.one_ride)


def leave_count(_long: Path, _short: Path) -> Iterator[Line]:
    """(k) (l) (m) Leave of twenty years, half an hour each day: the balance, its returns, and a plan of a year."""
    found = leave.measure()
    yield _ratio("k", "leave and all its returns, twenty years ÷ bare sweep", found["twenty"], found["floor"], 12)
    yield _ratio("l", "the same, twenty years ÷ ten", found["twenty"], found["ten"], 2.3)
    yield _ratio("m", "what-if plan of a year ÷ that balance", found["plan"], found["twenty"], 3)


def leave_tab(long: Path, _short: Path) -> Iterator[Line]:
    """(n) The Leave tab; the years behind it must not count."""
    many, one = (long.with_name(f"{years} years of leave.care") for years in (20, 1))
    leave.build(many, 20)
    leave.build(one, 1)
    ours, few = in_turn(("leave_side", str(many)), ("leave_side", str(one)))
    yield _ratio("n", "Leave tab, twenty years of leave ÷ one", ours["leave"], few["leave"], 1.5)


def costs(long: Path, _short: Path) -> Iterator[Line]:
    """(o) The Expenses tab, (p) one letter in its search, (q) its columns in order; ten years of costs behind them."""
    many, few = (long.with_name(f"{count} costs.care") for count in (expenses.MANY, expenses.FEW))
    expenses.build(many, expenses.MANY)
    expenses.build(few, expenses.FEW)
    ours, short = in_turn(("expenses_side", str(many)), ("expenses_side", str(few)))
    yield _ratio("o", "Expenses tab, 20,000 costs ÷ 200", ours["expenses"], short["expenses"], 1.5)
    yield _selects("o", many, few, plans.expenses_page)
    yield _scans("o", many, plans.expenses_page)
    found = once("expenses_side", str(many), "--more")
    yield _ratio("p", "a letter in the search ÷ its SQL and one paint", found["search"], found["search floor"], 2)
    yield _scans("p", many, plans.expenses_found)
    worst = f"the worst column ({found['order'] * 1000:.1f} ms) ÷ Python’s sorted and one paint"
    yield Line("q", worst, found["order"] / found["order floor"], 3, "20,000 costs")


def bank_file(_long: Path, _short: Path) -> Iterator[Line]:
    """(r) A bank's file of 20,000 lines coming in."""
    found = once("bank_lines")
    yield _ratio("r", "20,000 lines come in ÷ csv.reader and one insert", found["ours"], found["floor"], 6)


def year_report(_long: Path, _short: Path) -> Iterator[Line]:
    """(s) The report of a year with a thousand costs."""
    found = once("money_paper")
    yield _ratio("s", "report of 1,000 costs ÷ the same cells in bare tables", found["ours"], found["floor"], 1.6)


def find_anything(long: Path, _short: Path) -> Iterator[Line]:
    """(t) The third letter of a search among 40,000 records of all kinds."""
    many = long.with_name("forty thousand.care")
    find_side.build(many)
    found = once("find_side", str(many))
    yield _ratio("t", "three letters ÷ the same SQL and one paint of the list", found["find"], found["find floor"], 2)
    yield _scans("t", many, plans.found)


def _selects(name: str, long: Path, short: Path, question: plans.Question) -> Line:
    many, few = plans.selects(long, question), plans.selects(short, question)
    return Line(name, "SELECTs, ten years less one month", abs(many - few), 0, f"{many} and {few}")


def _scans(name: str, long: Path, question: plans.Question) -> Line:
    found = plans.scans(long, question)
    return Line(name, "SCANs of a big table", len(found), 0, "; ".join(found) or "none")


def _opened(file: Path) -> tuple[str, ...]:
    return (str(file), TODAY)


def _ratio(name: str, what: str, ours: float, floor: float, limit: float) -> Line:
    return Line(name, what, ours / floor, limit, f"{ours * 1000:.1f} ms ÷ {floor * 1000:.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
