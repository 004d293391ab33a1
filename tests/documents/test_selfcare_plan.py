"""The self-care plan: one half sheet, “not this week” is a box like the others, whom to call is whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.documents.selfcare_plan import PlanLine, PlanThing, SelfCarePlan, selfcare_plans
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

SUNDAY = date(2026, 11, 22)
STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=1)
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]
LINES = (
    PlanLine(name="988 Suicide & Crisis Lifeline", phone="988"),
    PlanLine(name="National Cancer Institute", phone="1-800-4-CANCER"),
    PlanLine(name="American Cancer Society", phone="1-800-227-2345"),
)
WALK = PlanThing(what="Walk", when="Thu Nov 26, 2:00 pm, 20 min", cover="Ana with Maria", tiny="Stand outside")
PLAN = SelfCarePlan(
    span=Span(SUNDAY, SUNDAY + timedelta(6)),
    name="Maria",
    things=(WALK, PlanThing(what="A long bath", when="Whenever it fits, 45 min"), PlanThing(what="Call Rosa")),
    visits=(("Fri Nov 27, 4:00 pm", "Dentist"),),
    low_signs="I skip lunch.\nI am short with everybody.",
    people=(PlanLine(name="Ana", phone="555-0142"), PlanLine(name="Aunt Rosa, 555-0123")),
    help_lines=LINES,
    stamp=STAMP,
)


def test_it_has_all_that_a_tired_person_needs_on_one_half_sheet() -> None:
    pdf = selfcare_plans([PLAN], Look())
    assert len(reading.pages(pdf)) == 1
    text = reading.words(pdf)
    for words in (
        "Walk Thu Nov 26, 2:00 pm, 20 min Ana with Maria Or two minutes: Stand outside",
        "With Maria meanwhile: ____",
        "Not this week. Rest counts too.",
        "Fri Nov 27, 4:00 pm: Dentist",
        "I skip lunch. I am short with everybody.",
        "Aunt Rosa, 555-0123",
        "1-800-4-CANCER",
        "1-800-227-2345",
    ):
        assert words in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("things", [PLAN.things, ()], ids=["full", "blank"])
def test_it_is_sound_on_every_paper(look: Look, things: tuple[PlanThing, ...]) -> None:
    pdf = selfcare_plans([replace(PLAN, things=things)], look)
    reading.is_sound(pdf, halves=True, smallest_item=18 if look.large else 12)


def test_long_words_are_noted_and_nothing_is_cut() -> None:
    long = replace(WALK, what="Walk " * 60, tiny="x" * 200)
    pdf = selfcare_plans([replace(PLAN, things=(long,), low_signs="tired " * 300)], Look())
    reading.is_sound(pdf, halves=True, smallest_item=12)
    assert "x" * 200 in reading.letters(pdf)
    assert reading.letters(pdf).count("tired") >= 300


def test_when_she_has_died_nobody_is_asked_to_be_with_her() -> None:
    assert "meanwhile" not in reading.words(selfcare_plans([replace(PLAN, name="")], Look()))
