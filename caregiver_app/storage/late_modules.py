"""Modules that a library names at once and hardly ever uses: each loads when something of it is first asked for."""

from __future__ import annotations

import sys
from functools import partial
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

_loading = RLock()  # two threads may ask at the same moment


class LateModule(ModuleType):
    """Stands for a module until somebody asks for what is in it; then it is that module."""

    def __getattr__(self, name: str) -> Any:
        """Load the module and answer out of it. What Python itself looks for is not worth loading it."""
        if name.startswith("_"):
            raise AttributeError(name)
        _load(self)
        return object.__getattribute__(self, name)


def load_late(name: str, *functions: str) -> None:
    """Put off the loading of a module; `functions` are those of it that others keep at once, but do not call.

    Nothing changes where the module is loaded already, or where there is none of that name.
    """
    spec = find_spec(name) if name not in sys.modules else None
    if spec is None or spec.loader is None:
        return
    late = module_from_spec(spec)
    late.__class__ = LateModule
    for each in functions:
        setattr(late, each, partial(_call, late, each))
    sys.modules[name] = late
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, late)


def _load(late: ModuleType) -> None:
    spec = late.__spec__
    with _loading:
        if isinstance(late, LateModule) and spec is not None and spec.loader is not None and not spec.loader_state:
            spec.loader_state = True  # the module may ask for itself while it loads
            spec.loader.exec_module(late)
            setattr(late, "__class__", ModuleType)  # noqa: B010 - a type checker takes the class for a fixed one


def _call(late: ModuleType, function: str, *given: Any) -> Any:
    _load(late)
    return getattr(late, function)(*given)
