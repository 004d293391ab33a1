"""Frozen dataclasses that are made in a quarter of the time, for the modules that load before the first page shows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - named again, so that others may import it
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """As `dataclasses.dataclass`, for frozen classes with slots, with the same meaning and the same errors.

        The library writes source text for each method of each class and compiles it at every start; here all classes
        share what their fields tell apart. A quick class follows quick classes only.
        """
        assert frozen, "what can change is made by the library"
        make = dataclasses.dataclass(slots=slots, kw_only=kw_only, init=False, repr=False, eq=False, match_args=False)

        def made(cls: type) -> type:
            assert not {"__init__", "__eq__", "__hash__", "__repr__"} & vars(cls).keys(), "these are made here"
            cls = make(cls)
            cls.__init__ = _initializer(cls, kw_only=kw_only)
            cls.__eq__, cls.__hash__ = _comparison(cls)
            cls.__repr__ = _repr
            cls.__setattr__, cls.__delattr__ = _refuse_change, _refuse_removal
            cls.__getstate__, cls.__setstate__ = _state, _put_state
            return cls

        return made


def _initializer(cls: type, *, kw_only: bool) -> Callable[..., None]:
    fields = dataclasses.fields(cls)
    names = tuple(each.name for each in fields)
    known = frozenset(names)
    setters = tuple((each.name, getattr(cls, each.name).__set__) for each in fields)
    defaults = {each.name: each.default for each in fields if each.default is not dataclasses.MISSING}
    factories = [(each.name, each.default_factory) for each in fields if callable(each.default_factory)]
    by_place = names[:0] if kw_only else tuple(each.name for each in fields if not each.kw_only)
    finish = getattr(cls, "__post_init__", None)

    def __init__(self: Any, *placed: Any, **given: Any) -> None:  # noqa: N807
        if placed:
            given |= _by_name(cls, by_place, placed, given)
        values = defaults | given
        for name, make in factories:
            if name not in given:
                values[name] = make()
        if values.keys() != known:
            raise TypeError(_what_is_wrong(cls, names, values))
        for name, put in setters:
            put(self, values[name])
        if finish is not None:
            finish(self)

    return __init__


def _by_name(cls: type, names: tuple[str, ...], placed: tuple[Any, ...], given: dict[str, Any]) -> dict[str, Any]:
    if len(placed) > len(names):
        raise TypeError(f"{cls.__name__}() takes {len(names)} positional arguments but {len(placed)} were given")
    found = dict(zip(names, placed, strict=False))
    if twice := found.keys() & given.keys():
        raise TypeError(f"{cls.__name__}() got multiple values for {', '.join(sorted(twice))}")
    return found


def _what_is_wrong(cls: type, names: tuple[str, ...], values: dict[str, Any]) -> str:
    missing = [name for name in names if name not in values]
    if missing:
        return f"{cls.__name__}() is missing {', '.join(missing)}"
    return f"{cls.__name__}() got an unexpected {', '.join(name for name in values if name not in names)}"


def _repr(self: Any) -> str:
    inside = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self))
    return f"{type(self).__qualname__}({inside})"


def _comparison(cls: type) -> tuple[Callable[[Any, Any], bool], Callable[[Any], int]]:
    contents = attrgetter(*(each.name for each in dataclasses.fields(cls) if each.compare))

    def __eq__(self: Any, other: Any) -> bool:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(contents(self) == contents(other))

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(contents(self))

    return __eq__, __hash__


def _refuse_change(_self: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, each.name) for each in dataclasses.fields(self))


def _put_state(self: Any, state: tuple[Any, ...]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
