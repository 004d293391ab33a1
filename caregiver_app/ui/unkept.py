"""Words on a page that are not saved yet: neither the window nor the form closes over them without a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.leaving import is_leaving, leave
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow
    from caregiver_app.ui.page import Page
    from caregiver_app.ui.parts import Parts


class Begun(Protocol):
    """A form on a page with words in it."""

    def forget(self) -> None:
        """What is typed is not wanted any more."""


def ask_first(parts: Parts, lose: Callable[[], object], parent: QWidget) -> None:
    """Ask whether to keep what is typed; `lose` is done when it is not wanted."""
    from caregiver_app.ui.questions import Question

    question = Question(
        parts,
        tr("Keep what you typed?"),
        tr("You have not saved it yet."),
        yes=tr("Keep typing"),
        no=tr("Do not save"),
        parent=parent,
    )
    question.rejected.connect(lose)
    question.open()


def may_close(
    window: MainWindow, pages: Mapping[int, Page], left: Mapping[int, object], show: Callable[[int], object]
) -> bool:
    """Whether nothing on the pages would be lost; else `show` brings the one with the words, with a question over it.

    `left` is what was typed on pages that are still to be made anew.
    """
    for index in [index for index, each in left.items() if getattr(each, "begun", False)]:
        show(index)
    for index, page in pages.items():
        begun = page.begun()
        if begun is not None:
            show(index)
            ask_first(window.parts, partial(_close_over, window, begun, leaving=is_leaving(window)), window)
            return False
    return True


def _close_over(window: MainWindow, begun: Begun, *, leaving: bool) -> None:
    begun.forget()
    if leaving:
        leave(window)
    else:
        window.close()
