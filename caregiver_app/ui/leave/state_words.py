"""What a state may offer beside FMLA leave, in sentences."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.spoken import month_names, short_day
from caregiver_app.services.leave_states import Covers, Offer, Standing, Sure
from caregiver_app.words import ntr, tr


def offer_title(offer: Offer) -> str:
    """The short answer."""
    begins = _begins(offer)
    match offer.standing:
        case Standing.NOW:
            text = ntr(
                "{program}: up to {n} week in {months} months",
                "{program}: up to {n} weeks in {months} months",
                offer.weeks,
            )
            return text.format(program=offer.program, n=offer.weeks, months=offer.months)
        case Standing.NOT_YET if offer.latest:
            return tr("{program}: not yet. It is to pay from {day} at the latest.").format(
                program=offer.program, day=begins
            )
        case Standing.NOT_YET:
            return tr("{program}: not yet. It is to pay from {day} on.").format(program=offer.program, day=begins)
        case Standing.VOLUNTARY:
            return tr("{program}: a plan that may be bought").format(program=offer.program)
    return tr("We know of no program in {state} that pays for family care").format(state=offer.name)


def offer_words(offer: Offer) -> list[str]:
    """What belongs to it: since when, who is covered, how it goes with FMLA leave, and what else there is to know."""
    if offer.standing is Standing.NONE:
        law = tr("A state law may still keep your job while you care for family. Check your state’s site.")
        return [*offer.notes, law]
    found = []
    if offer.standing is not Standing.NOT_YET:
        found.append(tr("It has paid since {day}.").format(day=_begins(offer)))
    else:
        text = ntr("Then it is to be {n} week.", "Then it is to be {n} weeks.", offer.weeks)
        found.append(text.format(n=offer.weeks))
    found += [covers_words(offer), *offer.notes]
    return [words for words in found if words]


def covers_words(offer: Offer) -> str:
    """Whether the person cared for is covered, and what that means for the weeks of FMLA leave."""
    whole = tr("FMLA does not cover this person, so that time would not use your 12 FMLA weeks.")
    match offer.covers:
        case Covers.YES if offer.beside_fmla:
            return tr("It covers the person you care for. {fmla}").format(fmla=whole)
        case Covers.YES:
            return tr("It runs at the same time as FMLA leave when both cover the time.")
        case Covers.MAYBE:
            return tr("It may cover the person you care for: ask the state. {fmla}").format(fmla=whole)
        case Covers.LATER if offer.covers_from is not None:
            return tr("It is to cover the person you care for from {day} on.").format(day=_full(offer.covers_from))
        case Covers.NO:
            return tr("It does not cover the person you care for.")
    return tr("Ask the state if it covers the person you care for.")


def sure_words(offer: Offer, as_of: date) -> str:
    """How old and how sure this is."""
    read = {
        Sure.CURRENT: tr("A source from that time says so."),
        Sure.OLDER: tr("An older source says so, and it may have changed."),
        Sure.NOT_CHECKED: tr("We did not find a source for all of this."),
    }[offer.sure]
    dated = tr("As of {day}. Weeks, pay and dates change each year: check your state’s site.").format(day=_full(as_of))
    return f"{dated} {read}" if offer.program else dated


def _begins(offer: Offer) -> str:
    """The day benefits begin, as far as it is sure."""
    if offer.begins is None:
        return ""
    if offer.precision == "day":
        return _full(offer.begins)
    if offer.precision == "year":
        return str(offer.begins.year)
    return tr("{month} {year}").format(month=month_names()[offer.begins.month - 1], year=offer.begins.year)


def _full(day: date) -> str:
    return tr("{day}, {year}").format(day=short_day(day), year=day.year)
