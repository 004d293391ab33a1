"""Time zones to choose from: those of the United States in plain words, then all others by their cities."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimeZone

from caregiver_app.words import tr

_AREAS = (
    "Africa",
    "America",
    "Antarctica",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


def zone_choices(known: str) -> Iterator[tuple[str, str]]:
    """Words and name of each time zone; `known` is among them whatever it is."""
    common = _common_zones()
    yield from ((words, name) for name, words in common.items())
    others = sorted({_name(each) for each in QTimeZone.availableTimeZoneIds()} - set(common))
    listed = [name for name in others if name.split("/")[0] in _AREAS]
    if known and known not in common and known not in listed:
        yield _words(known), known
    yield from ((_words(name), name) for name in listed)


def _common_zones() -> dict[str, str]:
    return {
        "America/New_York": tr("Eastern time (New York)"),
        "America/Chicago": tr("Central time (Chicago)"),
        "America/Denver": tr("Mountain time (Denver)"),
        "America/Phoenix": tr("Arizona (Phoenix)"),
        "America/Los_Angeles": tr("Pacific time (Los Angeles)"),
        "America/Anchorage": tr("Alaska (Anchorage)"),
        "Pacific/Honolulu": tr("Hawaii (Honolulu)"),
        "America/Puerto_Rico": tr("Puerto Rico (San Juan)"),
        "Pacific/Guam": tr("Guam"),
        "Pacific/Pago_Pago": tr("American Samoa (Pago Pago)"),
    }


def _name(zone: object) -> str:
    return bytes(zone.data()).decode()  # type: ignore[attr-defined]  # a QByteArray


def _words(name: str) -> str:
    """The city, then where it is: “Lisbon, Europe”."""
    area, _, city = name.replace("_", " ").partition("/")
    if area not in _AREAS:  # such as Etc/UTC
        return city or name
    return tr("{city}, {area}").format(city=city.replace("/", tr(", ")), area=area)
