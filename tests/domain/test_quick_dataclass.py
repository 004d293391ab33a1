"""The dataclasses that are made quickly mean the same as the library's."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from caregiver_app.domain.quick_dataclass import dataclass as quick


def made(dataclass: Callable[..., Callable[[type], type]]) -> tuple[type, type, type]:
    """The same three classes, one from the other, with each kind of field."""

    @dataclass(frozen=True, slots=True)
    class Placed:
        """Given by place."""

        first: int
        second: str = "two"

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Base:
        """Given by name."""

        id: int = dataclasses.field(default_factory=lambda: 7)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Thing(Base):
        """Looks at itself when it is made."""

        title: str
        parts: tuple[int, ...] = ()
        beside: int = dataclasses.field(default=0, compare=False)

        def __post_init__(self) -> None:
            if not self.title:
                raise ValueError("no title")

    return Placed, Base, Thing


@pytest.fixture(params=(quick, dataclasses.dataclass), ids=("quick", "library"))
def classes(request: pytest.FixtureRequest) -> tuple[Any, Any, Any]:
    return made(request.param)


def test_values(classes: tuple[Any, Any, Any]) -> None:
    placed, _, thing = classes
    one = placed(1)
    assert (one.first, one.second) == (1, "two")
    assert placed(1, second="x") == placed(first=1, second="x")
    two = thing(title="a")
    assert (two.id, two.title, two.parts) == (7, "a", ())


@pytest.mark.parametrize(
    "wrong",
    [
        lambda placed, thing: placed(),
        lambda placed, thing: placed(1, "b", 3),
        lambda placed, thing: placed(1, first=1),
        lambda placed, thing: placed(1, third=3),
        lambda placed, thing: thing("a"),
        lambda placed, thing: thing(name="a"),
        lambda placed, thing: thing(),
    ],
)
def test_wrong_calls(classes: tuple[Any, Any, Any], wrong: Callable[[Any, Any], object]) -> None:
    placed, _, thing = classes
    with pytest.raises(TypeError):
        wrong(placed, thing)


def test_nothing_can_be_changed(classes: tuple[Any, Any, Any]) -> None:
    thing = classes[2](title="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        thing.title = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del thing.title


def test_equal_by_contents_and_kind(classes: tuple[Any, Any, Any]) -> None:
    _, base, thing = classes
    assert thing(title="a") == thing(title="a", id=7)
    assert thing(title="a") == thing(title="a", beside=1)
    assert thing(title="a") != thing(title="b")
    assert thing(title="a") != base()
    assert len({thing(title="a"), thing(title="a"), thing(title="b")}) == 2


def test_a_change_is_a_new_one_and_looks_at_itself(classes: tuple[Any, Any, Any]) -> None:
    thing = classes[2](title="a", parts=(1,))
    assert dataclasses.replace(thing, title="b") == classes[2](title="b", parts=(1,))
    with pytest.raises(ValueError, match="no title"):
        dataclasses.replace(thing, title="")


def test_what_it_says_of_itself() -> None:
    assert repr(made(quick)[2](title="a")) == repr(made(dataclasses.dataclass)[2](title="a"))


def test_a_copy_is_equal(classes: tuple[Any, Any, Any]) -> None:
    thing = classes[2](title="a", parts=(1, 2))
    assert copy.deepcopy(thing) == thing
    assert copy.copy(thing) == thing
