"""The only way a person's words are made: English here, other languages from resources/translations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from caregiver_app.resources import resource

if TYPE_CHECKING:
    from gettext import NullTranslations


def tr(text: str) -> str:
    """The text in the person's language."""
    catalogue = _catalogue()
    return catalogue.gettext(text) if catalogue else text


def ntr(one: str, many: str, n: int) -> str:
    """The text for one or for several, in the person's language; {n} in it is the caller's to fill."""
    catalogue = _catalogue()
    if catalogue:
        return catalogue.ngettext(one, many, n)
    return one if n == 1 else many


@cache
def _catalogue() -> NullTranslations | None:
    """The translations, or None while there are none: then nothing is imported at start-up."""
    folder = resource("translations")
    if not folder.is_dir():
        return None
    from gettext import translation

    return translation("caregiver_app", folder, fallback=True)
