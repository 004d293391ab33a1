"""Published figures, such as the rate for miles, with those that the person typed in their place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from caregiver_app.domain.expenses import OwnFigure
from caregiver_app.domain.money.mileage import mileage_rate
from caregiver_app.domain.money.rates import NotPublished, Rates, key_named
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.rates import published, with_own
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def rates(work: UnitOfWork) -> Rates:
    """The figures that hold for this family: the published ones, with own ones in their place."""
    own = [each for each in own_figures(work) if _is_known(each)]
    return with_own(own) if own else published()


def rate_on(work: UnitOfWork, *, day: date) -> Decimal | None:
    """Dollars for a mile on a day; None when none is published."""
    found = mileage_rate(rates(work), day)
    return None if isinstance(found, NotPublished) else found


def own_figures(work: UnitOfWork) -> list[OwnFigure]:
    """The figures that the person typed, by name and first day."""
    return sorted(work.all(OwnFigure), key=lambda each: (each.figure, each.first, each.id))


def save_figure(work: UnitOfWork, *, before: OwnFigure | None, after: OwnFigure) -> None:
    """Keep a figure of the person's own, new (`before` None) or changed.

    Raises InvalidEntry at `figure` for a name that no published figure has, and StaleEdit when `before` is not what is
    stored.
    """
    if not _is_known(after):
        raise InvalidEntry("figure", tr("Choose a figure from the list."))
    if before is not None:
        work.expect(before)
    work.put(after)


def remove_figure(work: UnitOfWork, *, figure: OwnFigure) -> None:
    """Take a figure of the person's own out; the published one holds again. Raises StaleEdit as `save_figure`."""
    work.expect(figure)
    work.remove(figure)


def _is_known(own: OwnFigure) -> bool:
    """Whether a figure has this name; one of a later version may not."""
    try:
        key_named(own.figure, published())
    except KeyError:
        return False
    return True
