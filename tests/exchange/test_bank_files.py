"""Files of banks, card companies and programs for money: what comes in, and what is refused with which sentence."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.bank_lines import BankFile, BankLine, Columns, Style, Told
from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.exchange.bank import read_bank_file

TODAY = date(2026, 11, 25)
SAMPLES = Path(__file__).parents[1] / "data" / "bank"
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
FACTS = ("memo", "category", "check", "pending")


def read(text: str | bytes, **told: Any) -> BankFile:
    """A file, read on one fixed day."""
    content = text if isinstance(text, bytes) else text.encode()
    return read_bank_file(content, today=TODAY, told=Told(**told))


def table(*lines: str, head: str = "Date,Description,Amount") -> str:
    """A small table."""
    return "\n".join((head, *lines, ""))


def told(line: BankLine) -> list[Any]:
    """A line as the table of what is expected has it."""
    facts = {name: getattr(line, name) for name in FACTS if getattr(line, name)}
    return [line.number, str(line.day), str(line.spent), line.payee, *([facts] if facts else [])]


def spent(file: BankFile) -> list[str]:
    return [line.problem or str(line.spent) for line in file.lines]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_comes_in_as_expected(name: str) -> None:
    wanted = EXPECTED[name]
    content = (SAMPLES / name).read_bytes()
    if "nothing" in wanted:
        with pytest.raises(InvalidEntry) as refusal:
            read(content)
        assert (refusal.value.field, refusal.value.message) == ("file", wanted["nothing"])
        return
    file = read(content)
    if "asks" in wanted:
        assert not file.is_clear
        assert list(file.examples) == wanted["examples"]
        assert (file.order is None) == (wanted["asks"] == "order")
        return
    assert file.is_clear
    assert file.order == DayOrder(wanted.get("order", "month"))
    assert [told(line) for line in file.lines if not line.problem] == wanted["in"]
    assert [[line.number, line.problem] for line in file.lines if line.problem] == wanted["refused"]


def test_every_sample_is_expected() -> None:
    assert {path.name for path in SAMPLES.iterdir()} - {"expected.json"} == set(EXPECTED)
    assert len(EXPECTED) >= 30


@pytest.mark.parametrize(
    ("order", "days"),
    [(DayOrder.MONTH_FIRST, ["2026-03-04", "2026-05-06", "2026-07-07"]),
     (DayOrder.DAY_FIRST, ["2026-04-03", "2026-06-05", "2026-07-07"])],
)  # fmt: skip
def test_the_order_is_one_answer_for_the_whole_file(order: DayOrder, days: list[str]) -> None:
    file = read((SAMPLES / "20 days that fit both ways.csv").read_bytes(), order=order)
    assert [str(line.day) for line in file.lines] == days


def test_days_of_the_other_order_are_refused_once_one_is_chosen() -> None:
    file = read((SAMPLES / "21 both orders in one file.csv").read_bytes(), order=DayOrder.DAY_FIRST)
    assert [line.problem for line in file.lines] == [
        "“11/23/2026” has the day and the month the other way around than the rest.", "", "",
    ]  # fmt: skip
    assert file.lines[2].day == date(2026, 11, 10)


def test_one_line_far_down_settles_the_order_of_all() -> None:
    lines = [f"0{n % 9 + 1}/05/2026,GARAGE,-1.00" for n in range(500)]
    assert read(table(*lines)).order is None
    file = read(table(*lines, "31/05/2026,GARAGE,-1.00"))
    assert file.order is DayOrder.DAY_FIRST
    assert {line.day.month for line in file.lines if line.day} == {5}


def test_columns_can_be_told_when_no_name_tells_them() -> None:
    text = table("x,kleine Sache,12/04/2026,a 12.50", "y,andere,12/15/2026,b 1", head="Eins,Zwei,Drei,Vier")
    file = read(text)
    assert not file.is_clear
    assert file.heads == ()  # a row is a head only when it tells what is below it
    assert file.samples[0] == ("Eins", "Zwei", "Drei", "Vier")
    text = text.replace("a 12.50", "12").replace("b 1", "9")  # whole dollars look like any number
    assert not read(text).is_clear
    file = read(text, columns=Columns(day=2, payee=1, amount=3))
    assert [(line.payee, line.spent) for line in file.lines] == [
        ("kleine Sache", Decimal(12)), ("andere", Decimal(9)),
    ]  # fmt: skip


def test_how_spending_is_written_can_be_turned() -> None:
    text = table("12/15/2026,GARAGE,-12.50", "12/16/2026,PAYROLL,20.00")
    assert read(text).minus_is_spent is True
    assert spent(read(text, minus_is_spent=False)) == ["-12.50", "20.00"]


@pytest.mark.parametrize(
    ("cell", "dollars"),
    [
        ("-12.50", "12.50"), ('"-1,234.56"', "1234.56"), ("-$5", "5"), ("$-5.00", "5.00"), ("(7.25)", "7.25"),
        ("12.50-", "12.50"), ("USD -3.10", "3.10"), ("−9.99", "9.99"), ("- $6.25", "6.25"), ("-.50", "0.50"),
        ("12.50 DR", "12.50"), ("-5.", "5"),
    ],
)  # fmt: skip
def test_ways_to_write_an_amount(cell: str, dollars: str) -> None:
    assert Decimal(spent(read(table("12/15/2026,SHOP,-1.00", f"12/15/2026,GARAGE,{cell}")))[1]) == Decimal(dollars)


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("12.5.0", "We could not read “12.5.0” as dollars."),
        ('"1.234,56"', "We could not read “1.234,56” as dollars."),
        ("(12.50", "We could not read “(12.50” as dollars."),
        ("£3.00", "“£3.00” is not in dollars. Only dollars are kept here."),
        ("nan", "We could not read “nan” as dollars."),
        ("1e3", "We could not read “1e3” as dollars."),
        ("0.005", "“0.005” has parts of a cent."),
    ],
)
def test_amounts_that_are_told_and_not_guessed(cell: str, sentence: str) -> None:
    assert spent(read(table("12/15/2026,A,-1.00", "12/15/2026,B,-2.00", f"12/15/2026,GARAGE,{cell}")))[2] == sentence


@pytest.mark.parametrize(
    "day", ["2026-12-04", "20261204", "12/4/26", "Dec 4, 2026", "4-Dec-2026", "Friday, December 4, 2026", "04 Dec 26",
            "2026/12/04 10:33:02", "12/04/2026 10:33 PM EST", "2026-12-04T10:33:02Z", "12.04.2026"],
)  # fmt: skip
def test_ways_to_write_a_day(day: str) -> None:
    file = read(table("12/15/2026,A,-1.00", f'"{day}",GARAGE,-2.00'))
    assert (file.lines[1].day, file.lines[1].problem) == (date(2026, 12, 4), "")


def test_each_account_in_one_qif_and_ofx_is_read() -> None:
    qif = read("!Type:Bank\nD1/15'26\nT-1.00\n^\n!Type:CCard\nD1/16'26\nT-2.00\n^\n")
    assert (qif.style, spent(qif)) == (Style.QIF, ["1.00", "2.00"])
    entry = "<STMTTRN><DTPOSTED>20260115<TRNAMT>-1.00<FITID>7<NAME>A</STMTTRN>"
    ofx = read(f"<OFX><STMTRS><ACCTID>11110001{entry}</STMTRS><STMTRS><ACCTID>11110002{entry}</STMTRS></OFX>")
    assert [line.reference for line in ofx.lines] == ["0001 7", "0002 7"]


def test_a_lone_old_line_end_and_a_mark_of_a_spreadsheet_are_no_trouble() -> None:
    assert spent(read(table("12/15/2026,A,-1.00").replace("\n", "\r"))) == ["1.00"]
    assert spent(read("sep=;\n" + table("12/15/2026,A,-1.00").replace(",", ";"))) == ["1.00"]


def test_quotes_left_open_cost_their_own_line_alone() -> None:
    lines = [f'12/15/2026,"GARAGE {n},-1.00' if n % 3 == 0 else f'12/15/2026,"GARAGE {n}",-1.00' for n in range(300)]
    file = read(table(*lines))
    assert len(file.lines) == 300
    assert [line.number - 2 for line in file.lines if line.problem] == list(range(0, 300, 3))


def test_a_memo_of_several_lines_with_commas_is_one_line() -> None:
    memo = '"LOT 4, LEVEL 2\nBOSTON, MA, 02110, USA, PIER\nEND"'
    file = read(table(f"12/15/2026,GARAGE,-12.50,{memo}", "12/16/2026,TAXI,-8.00,x", head="Date,Payee,Amount,Memo"))
    assert [(line.number, line.payee, line.problem) for line in file.lines] == [(2, "GARAGE", ""), (5, "TAXI", "")]


def test_a_payment_to_a_card_is_money_in_also_without_a_sign() -> None:
    head = "Posted_Date,Description,Amount ($),Type"
    file = read(table("12/15/2026,GARAGE,12.50,Purchase", "12/16/2026,THANK YOU,80.00,Payment", head=head))
    assert spent(file) == ["12.50", "-80.00"]


def test_names_above_columns_are_read_whatever_money_they_name() -> None:
    file = read(table("12/15/2026,GARAGE,,12.50", head="Date*,Details,Credit (US$),Debit USD"))
    assert spent(file) == ["12.50"]


def test_a_file_of_open_quotes_alone_lists_each_line() -> None:
    file = read('12/15/2026,"GARAGE,-1.00\n' * 3)
    assert [line.problem for line in file.lines] == ["A quote mark in this line is left open."] * 3


@pytest.mark.parametrize("text", ["a," * 100_000, "no sign cuts this\nor this", "<OFX>" + "<A><![CDATA[" * 20_000])
def test_what_is_no_list_is_refused_at_once(text: str) -> None:
    with pytest.raises(InvalidEntry):
        read(text)


def outcome(content: bytes) -> str:
    """What is told of any file at all: a refusal, or that each of its lines was read or told why not."""
    try:
        file = read_bank_file(content, today=TODAY)
    except InvalidEntry as refusal:
        return refusal.message
    return "told" if not file.is_clear or all(line.problem or line.day for line in file.lines) else ""


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(content: bytes) -> None:
    assert outcome(content)


@given(st.lists(st.sampled_from(list('0123456789/.,;"\n\t -$()^!DTPabc<>\r')), max_size=200).map("".join))
def test_any_letters_of_such_files_are_read_or_refused(text: str) -> None:
    for start in ("Date,Description,Amount\n", "!Type:Bank\n", "<OFX><STMTTRN><TRNAMT>", ""):
        assert outcome((start + text).encode())
