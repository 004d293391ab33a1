"""A tab's page with a head and a strip of choices, there at once; its panel comes when the file is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.page import Page
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import scroll_page

if TYPE_CHECKING:
    from datetime import date


class PanelPage(Page):
    """Subclasses make the buttons and the strip, call `lay_out`, and build `panel` when it is first asked for."""

    SHOWN_BY: ClassVar[str]  # the setting that remembers how things are shown
    print_button: Button
    new_button: Button
    strip: Any  # its `by` is the choice, and `shown_by` tells of it
    _panel: Any = None

    @property
    def panel(self) -> Any:
        """What is shown below the strip, built when it is first needed. Override."""
        raise NotImplementedError

    def lay_out(self, inner: QWidget, head: PageHeader) -> None:
        """Put head and strip into what scrolls, and connect them."""
        self._column, self._scrolling = scroll_page(self.theme, self, inner, head, self.strip)
        self.print_button.clicked.connect(self._print)
        self.new_button.clicked.connect(self._new_when_open)
        self.strip.shown_by.connect(self._show_by)

    def reload(self) -> None:
        self.panel.reload()

    def go_back(self) -> None:
        self.parts.actions.when_open(self._back)

    def go_on(self) -> None:
        self.parts.actions.when_open(self._on)

    def go_today(self) -> None:
        self.parts.actions.when_open(self._today)

    def print_day(self) -> date | None:
        """A day of what is shown; None for the usual one."""
        return self._panel.shown_day if self._panel is not None else None

    def show_by(self, by: str) -> None:
        """Show things another way, by its name."""
        self.strip.by.choose(by)
        self._show_by(by)

    def _show_by(self, by: str) -> None:
        self.parts.settings.keep(self.SHOWN_BY, by)
        self.parts.actions.when_open(self._show_again)

    def _show_again(self) -> None:
        self.panel.show_again()

    def _back(self) -> None:
        self.panel.turn(-1)

    def _on(self) -> None:
        self.panel.turn(1)

    def _today(self) -> None:
        self.panel.go_today()

    def _new_when_open(self) -> None:
        self.parts.actions.when_open(self.new_thing)

    def _print(self) -> None:
        self.print_wanted.emit(self.sheet, self.print_day(), None)
