"""Modules that a library names at once and hardly ever uses: each loads when something of it is first asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any


class LateModule(ModuleType):
    """Stands for a module in the hands of whoever imported it early; what is asked of it is answered by the module."""

    def __getattr__(self, name: str) -> Any:
        """Load the module and answer out of it. What Python itself looks for is not worth loading it."""
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        answer = getattr(import_module(self.__name__), name)
        setattr(self, name, answer)
        return answer


@contextmanager
def loaded_late(name: str, *functions: str) -> Iterator[None]:
    """Who imports the module meanwhile gets one that loads later; `functions` are kept at once, and called later.

    Afterwards it is imported as ever. Nothing changes where the module is loaded already.
    """
    if name in sys.modules:
        yield
        return
    late = LateModule(name)
    for each in functions:
        setattr(late, each, partial(_call, name, each))
    sys.modules[name] = late
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, late)  # until the module itself takes the place, as it does when it loads
    try:
        yield
    finally:
        if sys.modules.get(name) is late:
            del sys.modules[name]


def _call(module: str, function: str, *given: Any) -> Any:
    return getattr(import_module(module), function)(*given)
