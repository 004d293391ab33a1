"""What is typed on “How did it go?” and not saved, while the page around it is built anew."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from caregiver_app.ui.rides.how_it_went import HowItWent


@dataclass(frozen=True, kw_only=True)
class Unsaved:
    """What was put off, the visit whose form is open, and what is typed there in which field.

    `begun` when something of that is not saved; `was_saved` when all of it was, and then taken back.
    """

    put_off: frozenset[UUID] = frozenset()
    visit_id: UUID | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    in_field: str = ""
    begun: bool = False
    was_saved: bool = False


class Untold:
    """Visits to tell about on one page: which are put off, and the form of the page before this one."""

    def __init__(self) -> None:
        self.put_off: set[UUID] = set()
        self._left: Unsaved | None = None  # of the page before this one, until its visit is read

    def unsaved(self, form: HowItWent | None) -> Unsaved:
        """What the next page takes up."""
        put_off = frozenset(self.put_off)
        if form is None:
            return replace(self._left or Unsaved(), put_off=put_off)
        fields = form.form.fields.items()
        held = next((name for name, each in fields if each.control.hasFocus()), "")
        return Unsaved(
            put_off=put_off, visit_id=form.visit.id, typed=form.form.typed, in_field=held, begun=form.has_words
        )

    def take_up(self, unsaved: object) -> bool:
        """Go on from the page before this one; whether there was one."""
        if not isinstance(unsaved, Unsaved):
            return False
        self.put_off |= unsaved.put_off
        self._left = unsaved
        return True

    def keep_saved(self, visit_id: UUID, typed: Mapping[str, str]) -> None:
        """What was saved about a visit stands in its form again when an Undo takes it back."""
        self._left = Unsaved(visit_id=visit_id, typed=typed, was_saved=True)

    def left_open(self, visit_ids: Container[UUID]) -> Unsaved | None:
        """The form to open again and to `fill`, once its visit is among these; asked for once."""
        left = self._left
        if left is None or left.visit_id not in visit_ids:
            return None
        self._left = None
        return left


def fill(form: HowItWent, left: Unsaved) -> None:
    """Put back what was typed, with the keyboard where it was."""
    if left.was_saved:
        form.fill_again(left.typed)
    else:
        form.form.fill(left.typed)
    begun = form.form.fields.get(left.in_field)
    if begun is not None:
        begun.control.setFocus(Qt.FocusReason.OtherFocusReason)
