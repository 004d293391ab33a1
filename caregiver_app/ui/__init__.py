"""What people see and touch: the only package that imports PySide6."""

from __future__ import annotations

import builtins

# PySide6 wraps every later import to look for its own `__feature__` switches, which nothing here uses. Without the
# wrapper, the modules behind the window load in three quarters of the time.
_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402
import PySide6.QtGui  # noqa: E402
import PySide6.QtWidgets  # noqa: E402, F401

builtins.__import__ = _plain_import
