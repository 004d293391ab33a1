"""The driver slip: eight blocks on a half sheet, a code that a phone reads, a strip for the jar, nothing cut."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import which

import pypdfium2
import pytest

from caregiver_app.documents.driver_slip import DriverSlip, driver_slips
from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import MM, Look
from caregiver_app.documents.qr_code import MOST_BYTES
from caregiver_app.documents.slip_parts import Figure
from caregiver_app.domain.household import Paper
from caregiver_app.domain.rides import Leg, Need
from tests.documents import reading

STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=1, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]
CODE = "\r\n".join(  # as the longest may be
    [
        "BEGIN:VEVENT",
        "SUMMARY:Morning drive",
        "DTSTART:20261124T081500",
        "DTEND:20261124T134500",
        "DESCRIPTION:Arrive by 9:00 am. Home about 1:00 pm " + "." * 28,
        "END:VEVENT",
    ]
)
SLIP = DriverSlip(
    day=date(2026, 11, 24),
    legs=(Leg.THERE, Leg.HOME),
    number="R-7",
    name="Maria",
    driver="Ben",
    figures=(
        Figure(label="Pick up", value="8:15 am"),
        Figure(label="Arrive by", value="9:00 am"),
        Figure(label="Home", value="Maria will call, about 1:00 pm"),
    ),
    where_from="Maria’s home",
    where_to="Lakeside Center, North building, north door",
    drop_off="Circle by the fountain",
    parking="Garage B, first hour free",
    needs=(Need.ARM, Need.WALKER),
    companion=True,
    seats=2,
    bring=("Blanket", "Water"),
    notes="Please ring twice.",
    backup="Ana 555-0142",
    code=CODE,
    code_words="Tue Nov 24, 8:15 am",
    stamp=STAMP,
)
IN_ORDER = (
    "Drive on Tue Nov 24",
    "There and home, with Maria",
    "Driver Ben",
    "Pick up 8:15 am",
    "Arrive by 9:00 am",
    "Home Maria will call, about 1:00 pm",
    "From Maria’s home",
    "To Lakeside Center, North building, north door",
    "Drop-off Circle by the fountain",
    "Parking Garage B, first hour free",
    "Getting in and out walker an arm to hold",
    "Companion yes – 2 seats needed",
    "Bring Blanket Water",
    "Note Please ring twice.",
    "If late or it runs long: call Sam 555-0100",
    "Backup driver: Ana 555-0142",
    "Tue Nov 24, 8:15 am",
    "Printed Sun Nov 22 2026, 6:40 pm – copy 1",
    "Please leave in the jar: R-7",
    "date miles parking $ tolls $ left home",
)


@pytest.fixture(scope="module")
def decoder() -> str:
    """A program that reads codes as a phone does. In CI it must be there."""
    program = which("zbarimg")
    if program is None and "CI" in os.environ:
        pytest.fail("zbar-tools is not on this computer, and in CI the codes are read back")
    return program or pytest.skip("the decoder of zbar-tools is not on this computer")


def smallest(look: Look) -> float:
    return 18 if look.large else 14


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_tells_a_driver_all_in_the_order_of_the_day(look: Look) -> None:
    pdf = driver_slips([SLIP], look)
    reading.is_sound(pdf, halves=True, smallest_item=smallest(look))
    assert len(reading.pages(pdf)) == 1
    text = reading.words(pdf)
    for words in IN_ORDER:
        assert words in text
    if not look.large:
        places = [text.index(words) for words in IN_ORDER]
        assert places == sorted(places)
        assert "page 1 of" not in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_phone_reads_the_code_from_paper_as_it_was_meant(decoder: str, look: Look, tmp_path: Path) -> None:
    assert 170 < len(CODE.encode()) <= MOST_BYTES
    pdf = driver_slips([SLIP], look)
    document = pypdfium2.PdfDocument(pdf)
    picture = tmp_path / "slip.png"
    document[0].render(scale=150 / 72).to_pil().save(picture)
    document.close()
    found = subprocess.run(
        [decoder, "--quiet", "--raw", "--nodbus", str(picture)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert found.stdout.decode().split() == CODE.split()


def test_the_code_is_30_mm_wide_with_white_room_around_it() -> None:
    with_code, without = (reading.strokes(driver_slips([replace(SLIP, code=code)], Look())) for code in (CODE, ""))
    boxes = {(piece.left, piece.bottom, piece.right, piece.top) for piece in without}
    ink = max(
        (piece for piece in with_code if (piece.left, piece.bottom, piece.right, piece.top) not in boxes),
        key=lambda piece: (piece.right - piece.left) * (piece.top - piece.bottom),
    )
    wide = (ink.right - ink.left) / MM
    assert 25 < wide < 30 * 53 / 61 + 0.1
    assert ink.top - ink.bottom == pytest.approx(ink.right - ink.left, abs=0.1)


def test_the_strip_is_torn_off_at_the_foot_of_each_slip() -> None:
    pdf = driver_slips([SLIP, replace(SLIP, number="R-8")], Look())
    assert reading.words(pdf).count("Please leave in the jar:") == 2
    jar = [piece for piece in reading.pieces(pdf) if piece.text.startswith("Please leave")]
    foot = [piece for piece in reading.pieces(pdf) if piece.text.startswith("Printed")]
    assert all(each.top < other.bottom for each, other in zip(jar, foot, strict=True))


def test_without_a_driver_or_a_time_there_are_lines_to_write_on() -> None:
    figures = (Figure(label="Pick up"), Figure(label="Arrive by"))
    bare = replace(SLIP, driver="", backup="", where_to="", figures=figures, code="", needs=(), notes="")
    pdf = driver_slips([bare], Look())
    reading.is_sound(pdf, halves=True)
    text = reading.words(pdf)
    assert "Driver Pick up Arrive by From Maria’s home To Drop-off" in text
    assert "Getting in and out no special help" in text
    assert "Backup driver: Printed" in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_an_empty_slip_is_a_form_to_fill_in_by_hand(look: Look) -> None:
    pdf = driver_slips([DriverSlip(stamp=STAMP)], look)
    reading.is_sound(pdf, halves=True, smallest_item=smallest(look))
    text = reading.words(pdf)
    for words in ("Drive on ____", "There / home / both", "wheelchair", "extra time", "yes no", "envelope", "R-__"):
        assert words in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_long_words_go_on_and_are_never_cut(look: Look) -> None:
    long = replace(
        SLIP,
        name="N" * 60,
        driver="Supercalifragilistic" * 3,
        figures=(*SLIP.figures[:2], Figure(label="Home", value=f"{'N' * 60} will call, about 12:45 pm")),
        where_to="West wing corridor " * 30,
        needs=tuple(Need),
        bring=tuple(f"thing {n} to bring" for n in range(40)),
        notes="Ring twice. " * 200,
    )
    pdf = driver_slips([long, SLIP], look)
    reading.is_sound(pdf, halves=True, smallest_item=smallest(look))
    text = reading.words(pdf)
    assert all(f"thing {n} to bring" in text for n in range(40))
    assert text.count("twice.") >= 200
    assert text.count("West wing corridor") >= 30
    assert reading.letters(pdf).count("N") >= 60
    assert text.count("Please leave in the jar:") == 2


@pytest.mark.parametrize("name", ["Maria", "Elizabeth", "Bartholomew", "Anne-Charlotte", "שרה"])
@pytest.mark.parametrize("number", ["R-7", "R-121, R-122", "R-1201, R-1202"])
@pytest.mark.parametrize("large", [False, True])
def test_no_name_runs_into_the_numbers_of_the_rides(name: str, number: str, large: bool) -> None:
    for slip in (SLIP, replace(SLIP, notes="Ring twice. " * 20)):
        pdf = driver_slips([replace(slip, name=name, number=number)], Look(large=large))
        reading.is_sound(pdf, halves=True, smallest_item=smallest(Look(large=large)))
        assert "There and home" in reading.words(pdf)


def test_500_slips_are_all_there_and_the_same_twice() -> None:
    slips = [replace(SLIP, number=f"R-{n}", code="") for n in range(500)]
    pdf = driver_slips(slips, Look())
    found = reading.pages(pdf)
    assert len(found) == 250
    assert all(f"R-{n}" in found[n // 2] for n in range(500))
    assert driver_slips(slips[:3], Look()) == driver_slips(slips[:3], Look())


def test_it_says_nothing_of_itself_but_its_kind() -> None:
    assert reading.facts(driver_slips([SLIP], Look()))["/Title"] == "Driver slip"
