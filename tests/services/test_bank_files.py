"""A bank's file held against what is there and brought in; costs out as a table, and in again unchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.domain.bank_lines import Style, Told
from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.expenses import Expense, PaidHow, PaidPart, Reimbursement, Share, Source
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import FileProblem, StaleEdit
from caregiver_app.domain.records import ChangeSet
from caregiver_app.services import expenses
from caregiver_app.services.expenses import Asked, exporting, importing
from caregiver_app.services.expenses.importing import Chosen, Incoming
from caregiver_app.services.long_work import Stopped
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[1] / "data" / "bank"
DANA = Person(name="Dana Rivers", role=Role.CAREGIVER)
LUIS = Person(name="Luis Rivers")
CARD = "Date,Description,Amount\n11/16/2026,LAKESIDE GARAGE,-12.50\n11/17/2026,MAIN ST PHARMACY,-31.07\n"


@pytest.fixture
def home(workspace: Workspace) -> Workspace:
    workspace.write(_people)
    return workspace


def _people(work: Any) -> None:
    work.put(DANA)
    work.put(LUIS)


def look(home: Workspace, text: str | bytes, **told: Any) -> Incoming:
    content = text if isinstance(text, bytes) else text.encode()
    return home.read(partial(importing.read_bank, content=content, today=TODAY, told=Told(**told)))


def chosen(incoming: Incoming) -> list[Chosen]:
    """What is ticked, as it was guessed."""
    return [Chosen(arrival=each, kind=each.kind or "other") for each in incoming.lines if each.is_ticked]


def bring_in(home: Workspace, text: str | bytes, **told: Any) -> ChangeSet:
    return home.write(partial(importing.bring_in, chosen=chosen(look(home, text, **told))))


def kept(home: Workspace) -> list[Expense]:
    rows = home.read(partial(expenses.rows, asked=Asked(limit=10_000)))
    return sorted((row.expense for row in rows), key=lambda each: each.number)


def found(home: Workspace, words: str) -> list[Expense]:
    """What a search finds."""
    return [row.expense for row in home.read(partial(expenses.rows, asked=Asked(words=words)))]


def table(home: Workspace) -> str:
    return home.read(partial(exporting.csv_of, expenses=kept(home)))


def whys(home: Workspace, text: str | bytes) -> list[str]:
    return [each.why for each in look(home, text).lines]


def test_lines_become_costs_numbered_by_day(home: Workspace) -> None:
    bring_in(home, CARD.replace("11/16", "11/18"))
    first, second = kept(home)
    assert (first.number, first.payee, first.amount, first.kind) == (1, "MAIN ST PHARMACY", Decimal("31.07"), "rx")
    assert (second.day, second.paid_on, second.paid_how) == (date(2026, 11, 18), date(2026, 11, 18), PaidHow.CARD)
    assert (second.kind, second.paid_by) == ("parking_tolls", ())


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(home: Workspace) -> None:
    changes = bring_in(home, CARD)
    before = table(home)
    back = home.apply(changes.inverse())
    assert kept(home) == found(home, "lakeside") == []
    assert [each.is_ticked for each in look(home, CARD).lines] == [True, True]
    home.apply(back.inverse())
    assert table(home) == before
    assert [each.payee for each in found(home, "lakeside")] == ["LAKESIDE GARAGE"]


def test_undo_is_refused_when_one_of_the_costs_was_changed_since(home: Workspace) -> None:
    changes = bring_in(home, CARD)
    first = kept(home)[0]
    home.write(partial(expenses.change, before=first, after=replace(first, amount=Decimal(1))))
    with pytest.raises(StaleEdit):
        home.apply(changes.inverse())
    assert len(kept(home)) == 2


def test_the_same_file_again_brings_nothing(home: Workspace) -> None:
    bring_in(home, CARD)
    assert whys(home, CARD) == ["Already here as R-001.", "Already here as R-002."]
    longer = CARD + "11/18/2026,GREEN LINE TAXI,-8.00\n"
    assert [each.line.payee for each in look(home, longer).lines if each.is_ticked] == ["GREEN LINE TAXI"]


def test_the_same_payments_from_another_kind_of_file_are_noticed(home: Workspace) -> None:
    bring_in(home, CARD)
    qif = "!Type:CCard\nD11/16'26\nT-12.50\nPLakeside Garage, Boston\n^\n"
    assert whys(home, qif) == ["Looks like R-001, LAKESIDE GARAGE. Tick it if it is another one."]


def test_a_cost_that_was_typed_stands_for_one_line_of_the_days_around_it(home: Workspace) -> None:
    typed = Expense(
        served_on=date(2026, 11, 14), paid_on=date(2026, 11, 14), kind="parking_tolls", amount=Decimal("12.50"),
        payee="Lakeside",
    )  # fmt: skip
    home.write(partial(expenses.add, expense=typed))
    twice = CARD + "11/17/2026,LAKESIDE GARAGE,-12.50\n"
    found = look(home, twice).lines
    assert found[0].why == "Looks like R-001, Lakeside. Tick it if it is another one."
    assert [each.is_ticked for each in found] == [False, True, True]


def test_a_line_that_comes_twice_in_one_file_is_ticked_once(home: Workspace) -> None:
    found = look(home, (SAMPLES / "24 the same line twice.csv").read_bytes()).lines
    assert [each.why for each in found] == ["", "The same as line 2. Tick it if it was paid twice.", ""]
    home.write(partial(importing.bring_in, chosen=[Chosen(arrival=each, kind=each.kind) for each in found]))
    assert [each.amount for each in kept(home)] == [Decimal("31.07"), Decimal("12.50"), Decimal("12.50")]
    again = whys(home, (SAMPLES / "24 the same line twice.csv").read_bytes())
    assert again == ["Already here as R-002.", "Already here as R-003.", "Already here as R-001."]


def test_pending_lines_and_money_in_stay_out_at_first(home: Workspace) -> None:
    found = look(home, (SAMPLES / "07 card, status and pending.csv").read_bytes()).lines
    assert [each.why for each in found] == [
        "",
        "Still pending at the bank. It will come again when it is paid.",
        "Money in. Tick it if it paid a cost back.",
    ]
    assert [each.is_money_in for each in found] == [False, False, True]


def test_money_in_can_be_what_came_back(home: Workspace) -> None:
    text = "Date,Description,Amount\n11/16/2026,LAKESIDE GARAGE,-12.50\n11/18/2026,BLUE HARBOR CLAIM,20.00\n"
    money = look(home, text).lines[1]
    home.write(partial(importing.bring_in, chosen=[Chosen(arrival=money, source=Source.INSURER)]))
    found = home.read(lambda work: work.all(Reimbursement))
    assert [(each.received_on, each.amount, each.source, each.notes) for each in found] == [
        (date(2026, 11, 18), Decimal("20.00"), Source.INSURER, "BLUE HARBOR CLAIM")
    ]
    assert kept(home) == []
    assert whys(home, text) == ["", "Already here as money that came back."]


def test_a_payee_is_guessed_as_it_was_kept_before(home: Workspace) -> None:
    before = Expense(served_on=TODAY, paid_on=TODAY, kind="otc", payee="Main St Pharmacy", amount=Decimal(3))
    home.write(partial(expenses.add, expense=before))
    text = "Date,Description,Amount\n11/16/2026,MAIN ST PHARMACY #0042,-9.00\n11/16/2026,BLUE HARBOR,-3.00\n"
    assert [each.kind for each in look(home, text).lines] == ["otc", ""]


def test_nothing_is_kept_when_it_is_stopped_on_the_way(home: Workspace) -> None:
    lines = "".join(f"2025-{n % 12 + 1:02d}-{n % 28 + 1:02d},GARAGE {n},-1.{n % 100:02d}\n" for n in range(4500))
    wanted = chosen(look(home, "Date,Description,Amount\n" + lines))
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        raise Stopped

    with pytest.raises(Stopped):
        home.write(partial(importing.bring_in, chosen=wanted, progress=stop))
    assert told == [(4000, 4500)]
    assert kept(home) == []


def test_what_must_be_asked_is_asked_before_anything_is_shown(home: Workspace) -> None:
    content = (SAMPLES / "20 days that fit both ways.csv").read_bytes()
    asked = look(home, content)
    assert (asked.file.order, asked.lines, asked.bad) == (None, (), ())
    assert len(look(home, content, order=DayOrder.DAY_FIRST).lines) == 3


def test_a_file_that_is_none_is_told(home: Workspace) -> None:
    with pytest.raises(FileProblem, match="This is a PDF"):
        look(home, (SAMPLES / "31 a PDF by another name.csv").read_bytes())
    with pytest.raises(FileProblem, match=r"“gone\.csv” can’t be opened"):
        importing.content_of(Path("gone.csv"))


def test_long_words_of_a_bank_fit(home: Workspace) -> None:
    bring_in(home, f"Date,Description,Amount\n11/16/2026,{'GARAGE ' * 80},-1.00\n")
    assert len(kept(home)[0].payee) == 200
    assert "GARAGE" in kept(home)[0].notes


# Out, and in again


def test_the_table_has_every_fact_and_nothing_that_a_spreadsheet_runs(home: Workspace) -> None:
    cost = Expense(
        served_on=date(2026, 3, 1), paid_on=date(2026, 3, 2), kind="lodging", payee='=HYPERLINK("x")',
        amount=Decimal("100.10"), nights=2, people=1, paid_how=PaidHow.CHECK, counts=True, counted=Decimal(50),
        paid_by=(PaidPart(person_id=LUIS.id, amount=Decimal("100.10")),), notes="-1\nsecond line",
        shares=(Share(person_id=DANA.id, parts=2), Share(person_id=LUIS.id, parts=1)),
    )  # fmt: skip
    trip = Expense(served_on=date(2026, 7, 1), paid_on=date(2026, 7, 1), kind="mileage", miles=Decimal(17))
    home.write(partial(expenses.add_many, expenses=[cost, trip]))
    head, first, *_rest = table(home).split("\r\n")
    assert head.startswith("Number,Day of service,Day paid,Kind,Paid to")
    assert first.startswith('R-001,2026-03-01,2026-03-02,Lodging,"\'=HYPERLINK(""x"")",,100.10,,100.10,')
    assert "Luis Rivers 100.10,Dana Rivers 2; Luis Rivers 1,Yes,50.00,Yes,,\"'-1\nsecond" in table(home)
    assert "R-002,2026-07-01,2026-07-01,Miles driven,,,0.00,,0.00,,17,0.235,3.995,," in table(home)


def test_our_own_table_comes_back_whole_and_only_once(home: Workspace) -> None:
    bring_in(home, CARD)
    text = table(home)
    assert whys(home, text) == ["Looks like R-001, LAKESIDE GARAGE. Tick it if it is another one.",
                                "Looks like R-002, MAIN ST PHARMACY. Tick it if it is another one."]  # fmt: skip
    assert look(home, text).file.style is Style.OWN


def test_names_that_are_not_known_are_told(home: Workspace) -> None:
    cost = Expense(
        served_on=TODAY, paid_on=TODAY, kind="fares", amount=Decimal(5), for_id=LUIS.id,
    )  # fmt: skip
    home.write(partial(expenses.add, expense=cost))
    assert [line.problem for line in look(home, table(home).replace("Luis Rivers", "Tom Smith")).bad] == [
        "Nobody here is called “Tom Smith.”"
    ]
    assert [line.problem for line in look(home, table(home).replace("Taxi", "Sled")).bad] == [
        "“Sled, bus, train” is no kind of cost here."
    ]


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
cents = st.integers(0, 5_000_00).map(lambda n: Decimal(n).scaleb(-2))
days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
ids = st.sampled_from([DANA.id, LUIS.id])


@st.composite
def costs(draw: Callable[..., Any]) -> Expense:
    amount = draw(cents)
    person: UUID = draw(ids)
    is_trip = draw(st.booleans())
    return Expense(
        served_on=draw(days),
        paid_on=draw(st.none() | days),
        kind="mileage" if is_trip else draw(st.sampled_from(["rx", "lodging", "other", "lost_income_patient"])),
        payee=draw(words),
        for_id=draw(st.none() | ids),
        paid_how=draw(st.sampled_from(PaidHow)),
        paid_by=draw(st.sampled_from([(), (PaidPart(person_id=person, amount=amount),)])),
        shares=draw(st.sampled_from([(), (Share(person_id=DANA.id, parts=1), Share(person_id=LUIS.id, parts=3))])),
        amount=amount,
        miles=Decimal(draw(st.integers(1, 90_000))).scaleb(-2) if is_trip else None,
        from_to=draw(words),
        car=draw(words),
        nights=draw(st.none() | st.integers(1, 30)),
        people=draw(st.none() | st.integers(1, 9)),
        counts=draw(st.none() | st.booleans()),
        counted=draw(st.none() | st.just(amount)),
        receipt_needed=draw(st.booleans()),
        notes=draw(words),
    )


def fresh(folder: Path, name: str) -> Workspace:
    opened = Workspace(open_file(folder / name), Clock(TODAY))
    opened.write(_people)
    return opened


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(costs(), min_size=1, max_size=8))
def test_out_and_in_again_changes_nothing(tmp_path_factory: pytest.TempPathFactory, made: list[Expense]) -> None:
    folder = tmp_path_factory.mktemp("law")
    one, other = fresh(folder, "one.care"), fresh(folder, "other.care")
    one.write(partial(expenses.add_many, expenses=sorted(made, key=lambda each: each.day)))
    text = table(one)
    assert [each.is_ticked for each in look(one, text).lines] == [False] * len(made)
    assert not bring_in(one, text)
    bring_in(other, text.encode("utf-8-sig"))
    assert table(other) == text
    assert [replace(each, id=UUID(int=0), imported_as="") for each in kept(other)] == [
        replace(each, id=UUID(int=0)) for each in kept(one)
    ]
    assert not bring_in(other, text)
    for opened in (one, other):
        opened.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(days, st.integers(1, 99_999), st.sampled_from(["GARAGE", "-PINE", "=INN", "CAFÉ"])), max_size=9)
)
def test_in_then_out_then_in_changes_nothing(tmp_path_factory: pytest.TempPathFactory, made: list[Any]) -> None:
    opened = fresh(tmp_path_factory.mktemp("law"), "one.care")
    lines = "".join(f'{day:%m/%d/%Y},"{payee}",-{n // 100}.{n % 100:02d}\n' for day, n, payee in made)
    text = f"Date,Description,Amount\n12/31/2019,FIRST,-1.00\n{lines}"
    bring_in(opened, text)
    before = table(opened)
    assert not bring_in(opened, before)
    assert not bring_in(opened, text)
    assert table(opened) == before
    opened.close()
