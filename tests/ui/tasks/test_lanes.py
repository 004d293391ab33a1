"""The lanes of a week, what cards say, and where the arrow keys lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Answer, Ask, Occurrence, Plan, State, Status, Task, occurrence_of
from caregiver_app.ui.tasks.card_words import CardWords, card_words
from caregiver_app.ui.tasks.lanes import Foot, Lane, Loose, Step, Stop, day_lanes, helper_lanes, stop_after
from caregiver_app.ui.tasks.week import WeekView

SUNDAY, TUESDAY = date(2026, 11, 22), date(2026, 11, 24)
ASKED = datetime(2026, 11, 21, 17, tzinfo=UTC)
DANA = Person(name="Dana", role=Role.CAREGIVER)
ANA, TOM = Person(name="Ana Lindqvist"), Person(name="Tom Baker")
WALK = Task(title="Walk Biscuit", day=TUESDAY, when=When(clock=time(8)))


def week(task: Task, *asks: tuple[Person, Answer], status: Status = Status.OPEN) -> WeekView:
    """A week with one task and what people said about it."""
    occurrence: Occurrence = replace(occurrence_of(task, task.day), status=status)
    records = tuple(
        Ask(
            task_id=task.id,
            occurrence_id=occurrence.id,
            person_id=person.id,
            asked_at=ASKED + timedelta(minutes=n),
            answer=answer,
        )
        for n, (person, answer) in enumerate(asks)
    )
    plan = Plan(span=Span(SUNDAY, date(2026, 11, 28)), tasks=(task,), occurrences=(occurrence,), asks=records)
    return WeekView(plan=plan, people=(ANA, DANA, TOM))


def words(view: WeekView) -> CardWords:
    """What the one card says."""
    return card_words(view.items[0], view)


@pytest.mark.parametrize(
    ("view", "who", "name"),
    [
        (week(WALK), "Needs a helper", "Walk Biscuit, Tue Nov 24, 8:00 am, needs a helper"),
        (week(WALK, (TOM, Answer.YES)), "Tom", "Walk Biscuit, Tue Nov 24, 8:00 am, Tom, covered"),
        (week(WALK, (DANA, Answer.YES)), "You", "Walk Biscuit, Tue Nov 24, 8:00 am, You, covered"),
        (
            week(WALK, (ANA, Answer.NONE)),
            "Asked Ana, Nov 21",
            "Walk Biscuit, Tue Nov 24, 8:00 am, Asked Ana, Nov 21",
        ),
        (
            week(WALK, (ANA, Answer.NOT_THIS_TIME)),
            "Needs a helper",
            "Walk Biscuit, Tue Nov 24, 8:00 am, needs a helper",
        ),
        (
            week(WALK, (TOM, Answer.YES), status=Status.DONE),
            "Tom",
            "Walk Biscuit, Tue Nov 24, 8:00 am, Tom, done",
        ),
        (week(WALK, status=Status.NOT_NEEDED), "Not needed", "Walk Biscuit, Tue Nov 24, 8:00 am, not needed"),
        (
            week(replace(WALK, needed=2), (TOM, Answer.YES)),
            "Tom. 1 more needed",
            "Walk Biscuit, Tue Nov 24, 8:00 am, Tom, needs a helper",
        ),
        (
            week(replace(WALK, needed=2, when=When()), (TOM, Answer.YES), (ANA, Answer.YES)),
            "Tom and Ana",
            "Walk Biscuit, Tue Nov 24, Tom and Ana, covered",
        ),
    ],
)
def test_a_card_says_who_and_how_it_stands(view: WeekView, who: str, name: str) -> None:
    assert (words(view).who, words(view).name) == (who, name)
    assert words(view).box_name == "Done: Walk Biscuit"


def test_a_week_by_day_names_today_and_holidays() -> None:
    lanes = day_lanes(week(WALK), SUNDAY, {date(2026, 11, 26): "Thanksgiving"})
    assert [(lane.short, lane.number, lane.note) for lane in lanes if lane.note] == [
        ("Sun", 22, "Today"),
        ("Thu", 26, "Thanksgiving"),
    ]
    assert [lane.title for lane in lanes][:2] == ["Sunday Nov 22 — Today", "Monday Nov 23"]
    assert [lane.key for lane in lanes if lane.cards] == [TUESDAY]


def test_a_week_by_helper_has_a_place_for_everything() -> None:
    for view in (
        week(WALK),
        week(WALK, (TOM, Answer.YES)),
        week(WALK, (ANA, Answer.NONE)),
        week(WALK, status=Status.NOT_NEEDED),
        week(replace(WALK, needed=2), (TOM, Answer.YES)),
    ):
        assert {card.item_id for lane in helper_lanes(view) for card in lane.cards} == {item.id for item in view.items}


def test_an_open_task_stands_with_those_that_need_somebody_and_with_who_said_yes() -> None:
    lanes = helper_lanes(week(replace(WALK, needed=2), (TOM, Answer.YES)))
    assert [(lane.title, lane.note, lane.foot) for lane in lanes] == [
        ("Tom Baker", "1 task this week", Foot.PRINT),
        ("Ana Lindqvist", "Nothing this week", Foot.NONE),
        ("Needs a helper", "1 task this week", Foot.ASK),
    ]


def test_a_done_task_without_a_helper_is_not_lost() -> None:
    lanes = helper_lanes(week(WALK, status=Status.DONE))
    assert [lane.key for lane in lanes if lane.cards] == [Loose.NOBODY]


def board(*counts: int, foot: Foot = Foot.ADD) -> list[Lane]:
    """Lanes with so many cards each."""
    return [
        Lane(
            key=date(2026, 11, 22 + n),
            title=str(n),
            foot=foot,
            cards=tuple(
                CardWords(item_id=WALK.id.__class__(int=10 * n + m), day=TUESDAY, state=State.COVERED, title="x")
                for m in range(count)
            ),
        )
        for n, count in enumerate(counts)
    ]


def walk(lanes: list[Lane], steps: str, *, columns: bool = True) -> tuple[int, int]:
    """Lane and card (-1 for the foot) after some keys from the first card of the first lane."""
    keys = {"u": Step.UP, "d": Step.DOWN, "l": Step.LEFT, "r": Step.RIGHT, "f": Step.FIRST, "e": Step.LAST}
    at: Stop | None = Stop(lanes[0].key, lanes[0].cards[0].item_id if lanes[0].cards else None)
    for step in steps:
        at = stop_after(lanes, at, keys[step], columns=columns)
    assert at is not None
    lane = next(lane for lane in lanes if lane.key == at.lane)
    ids = [card.item_id for card in lane.cards]
    return lanes.index(lane), ids.index(at.item_id) if at.item_id else -1


@pytest.mark.parametrize(
    ("counts", "steps", "end"),
    [
        ((2, 1), "d", (0, 1)),
        ((2, 1), "dd", (0, -1)),
        ((2, 1), "ddddu", (0, 1)),
        ((2, 1), "u", (0, 0)),
        ((2, 1), "r", (1, 0)),
        ((2, 1), "dr", (1, -1)),
        ((2, 0), "r", (1, -1)),
        ((2, 0, 3), "rr", (2, 0)),
        ((1, 1), "l", (0, 0)),
        ((3, 1), "ef", (0, 0)),
        ((3, 1), "e", (0, -1)),
    ],
)
def test_arrows_move_between_columns(counts: tuple[int, ...], steps: str, end: tuple[int, int]) -> None:
    assert walk(board(*counts), steps) == end


@pytest.mark.parametrize(
    ("steps", "end"), [("d", (0, 1)), ("dd", (1, -1)), ("ddd", (2, -1)), ("dddd", (2, 0)), ("ddddu", (2, -1))]
)
def test_in_a_list_up_and_down_run_through_all_days(steps: str, end: tuple[int, int]) -> None:
    assert walk(board(2, 0, 1), steps, columns=False) == end


def test_lanes_where_nothing_can_be_done_are_passed_over() -> None:
    assert walk(board(1, 0, 1, foot=Foot.NONE), "r") == (2, 0)
