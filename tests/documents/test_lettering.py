"""What the bundled fonts can draw, and how text wraps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.documents.lettering import can_draw, printable, width, wrap

ANY_LETTERS = st.text(st.characters(codec="utf-8"), max_size=80)


@pytest.mark.parametrize(
    "name", ["Ana", "Łukasz Żółć", "Đặng Thu Hà", "Αλέξανδρος", "Олена", "Nguyễn", "Zoë O’Neil", "Ana 🌻"]
)
def test_names_in_latin_greek_and_cyrillic_can_be_drawn(name: str) -> None:
    assert can_draw(name)


@pytest.mark.parametrize("name", ["李小龙", "ليلى", "רחל", "अनीता", "สมชาย", "김민준", "Ana 李"])
def test_names_that_need_other_fonts_or_shaping_can_not(name: str) -> None:
    assert not can_draw(name)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("  Walk   the dog ", "Walk the dog"),
        ("Walk the dog 🐕", "Walk the dog"),
        ("🐕", "dog"),
        ("👩‍🍳🍲", "woman, cooking, pot of food"),
        ("Café – “soup”", "Café – “soup”"),
        ("Ha\u0300", "Hà"),
        ("a\u200bb\x00c\u202e", "abc"),
        ("one\ntwo\r\n\r\nthree", "one\ntwo\nthree"),
        ("Call 李 at noon", "Call ______ at noon"),
        ("بعد الظهر", "______"),
    ],
)
def test_a_text_prints_as_well_as_it_can(typed: str, printed: str) -> None:
    assert printable(typed) == printed


@given(ANY_LETTERS)
def test_whatever_is_typed_what_prints_can_be_drawn(text: str) -> None:
    assert can_draw(printable(text))
    assert printable(printable(text)) == printable(text)


@given(ANY_LETTERS, st.floats(30, 300), st.sampled_from([10.0, 14.0, 18.0]), st.booleans())
def test_wrapping_loses_no_letter_and_keeps_to_its_room(text: str, room: float, size: float, bold: bool) -> None:
    text = printable(text)
    lines = wrap(text, room, size, bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, size, bold) <= room + 0.001 for line in lines)


def test_a_word_that_is_wider_than_its_column_breaks() -> None:
    lines = wrap("A" * 60, 100, 14)
    assert len(lines) > 1
    assert "".join(lines) == "A" * 60
