"""What belongs together stays on one page when it can."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.documents.flow import Group, Page, paginate
from caregiver_app.documents.paper import Pen


@dataclass(frozen=True)
class Slab:
    """A block of a given height that draws nothing."""

    height: float
    name: str = ""
    stretch: int = 1

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw nothing."""


def names(pages: list[Page]) -> list[str]:
    return [" ".join(str(block.name) for stretch in page for block in stretch.blocks) for page in pages]  # type: ignore[attr-defined]


def day(name: str, rows: int, **more: bool) -> Group:
    return Group(
        head=Slab(10, name), again=Slab(10, name.lower()), rows=[Slab(10, str(n)) for n in range(rows)], **more
    )


def test_a_group_that_fits_a_page_is_not_split() -> None:
    assert names(paginate([day("A", 5), day("B", 5)], 100)) == ["A 0 1 2 3 4", "B 0 1 2 3 4"]


def test_a_group_that_no_page_holds_is_split_under_its_repeated_head() -> None:
    assert names(paginate([day("A", 12)], 100)) == ["A 0 1 2 3 4 5 6 7 8", "a 9 10 11"]


def test_notes_begin_on_the_page_and_go_on_over_the_next() -> None:
    assert names(paginate([day("A", 4), day("N", 8, loose=True)], 100)) == ["A 0 1 2 3 N 0 1 2 3", "n 4 5 6 7"]


def test_a_head_is_never_left_alone_at_the_foot_of_a_page() -> None:
    assert names(paginate([day("A", 8), day("N", 8, loose=True)], 110)) == ["A 0 1 2 3 4 5 6 7", "N 0 1 2 3 4 5 6 7"]


def test_nothing_to_show_is_one_empty_page() -> None:
    assert names(paginate([Group(rows=())], 100)) == [""]


@given(st.lists(st.lists(st.floats(1, 40), min_size=1, max_size=30), max_size=12), st.booleans())
def test_no_row_is_lost_and_no_page_is_too_full(groups: list[list[float]], loose: bool) -> None:
    given_rows = [Slab(height, "row") for group in groups for height in group]
    pages = paginate(
        [Group(head=Slab(10), rows=[Slab(h, "row") for h in group], gap=3, loose=loose) for group in groups], 100
    )
    placed = [block for page in pages for stretch in page for block in stretch.blocks if block.name]  # type: ignore[attr-defined]
    assert placed == given_rows
    assert all(page.height <= 100.001 for page in pages)
