"""A week is read by index alone, and with as many questions after ten years as after four weeks."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks import family, plans


def test_a_week_is_read_by_index_whatever_the_years(tmp_path: Path) -> None:
    few, many = tmp_path / "few.care", tmp_path / "many.care"
    family.build(few, family.FOUR_WEEKS)
    family.build(many, 60)
    assert plans.selects(many) == plans.selects(few) == 3
    assert plans.scans(many) == []
