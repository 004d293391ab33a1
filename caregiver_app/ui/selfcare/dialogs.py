"""Opens the dialogs of the Self-care tab, each imported when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.selfcare_week import CareView, ThingThisWeek
from caregiver_app.ui.dialogs import Dialogs

if TYPE_CHECKING:
    from caregiver_app.ui.selfcare.help_lines import HelpLinesDialog
    from caregiver_app.ui.selfcare.journal import JournalDialog
    from caregiver_app.ui.selfcare.journal_editor import JournalEditor
    from caregiver_app.ui.selfcare.plan_editor import PlanEditor
    from caregiver_app.ui.selfcare.sit_chooser import SitChooser
    from caregiver_app.ui.selfcare.slots import SlotDialog
    from caregiver_app.ui.selfcare.thing_editor import ThingEditor


class CareDialogs(Dialogs):
    """Each deed returns the dialog that it opened."""

    def edit_thing(self, thing: SmallThing | None = None) -> ThingEditor:
        """The form of a small thing, or of a new one."""
        from caregiver_app.ui.selfcare.thing_editor import ThingEditor

        return self._opened(ThingEditor(self._parts, thing, self._parent))

    def choose_time(self, each: ThingThisWeek, view: CareView) -> SlotDialog:
        """When a small thing fits: the times in which she has company, or any other."""
        from caregiver_app.ui.selfcare.slots import SlotDialog

        dialog = SlotDialog(self._parts, each, view, self._parent)
        dialog.sitter_wanted.connect(partial(self.ask_to_sit, each))
        return self._opened(dialog)

    def ask_to_sit(self, each: ThingThisWeek | None) -> SitChooser:
        """Who could be with her during a small thing, or for an hour of rest. Nothing is kept before one is asked."""
        from caregiver_app.ui.selfcare.cover_request import request_for
        from caregiver_app.ui.selfcare.sit_chooser import SitChooser

        request = request_for(self._parts.actions, each)
        return self._opened(SitChooser(self._parts, request, self._parent))

    def journal(self) -> JournalDialog:
        """All entries, with their search."""
        from caregiver_app.ui.selfcare.journal import JournalDialog

        return self._opened(JournalDialog(self._parts, self._parent))

    def write(self) -> JournalEditor:
        """A new entry."""
        from caregiver_app.ui.selfcare.journal_editor import JournalEditor

        return self._opened(JournalEditor(self._parts, None, self._parent))

    def plan(self) -> PlanEditor:
        """People to call, and signs of running low."""
        from caregiver_app.ui.selfcare.plan_editor import PlanEditor

        return self._opened(PlanEditor(self._parts, self._parent))

    def help_lines(self) -> HelpLinesDialog:
        """The numbers to call."""
        from caregiver_app.ui.selfcare.help_lines import HelpLinesDialog

        return self._opened(HelpLinesDialog(self._parts, self._parent))
