"""What stands under one another on the Rides tab: headings and cards, by group or by day."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.coming import Group
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.rides.visit_list import Entry, Heading
from caregiver_app.ui.rides.visit_words import VisitWords, visit_words
from caregiver_app.words import tr


def coming_entries(view: RidesView) -> list[Entry]:
    """The visits to come; with a small heading above each group, once there are several."""
    heads = {
        Group.NEAR: tr("The next 7 days"),
        Group.OPEN: tr("After that, a driver is needed"),
        Group.LATER: tr("After that, no driver is missing"),
    }
    if not any(each.group is Group.NEAR for each in view.groups):
        heads |= {Group.OPEN: tr("A driver is needed"), Group.LATER: tr("No driver is missing")}
    entries: list[Entry] = []
    for each in view.groups:
        if len(view.groups) > 1:
            entries.append(Heading(heads[each.group]))
        entries += [visit_words(visit, view) for visit in each.visits]
    return entries


def cards_of(view: RidesView, day: date | None) -> list[VisitWords]:
    """The cards of one day, below its name."""
    return [visit_words(each, view, under_its_day=True) for each in view.visits if each.appointment.day == day]
