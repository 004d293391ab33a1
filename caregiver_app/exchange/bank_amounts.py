"""The amounts of a file from a bank: one decimal mark for all of them, exact to the cent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.outcomes import MOST_MONEY
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

_USUAL = re.compile(r"-?\d{1,9}\.\d\d")
_SIGNS = str.maketrans({"\u2212": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "’": "'"})
_DOLLARS = re.compile(r"(?:us|usd)?\s*\$|\busd?\b|\bdollars?\b", re.IGNORECASE)
_FOREIGN = re.compile(r"[€£¥₹]|\b(?:EUR|GBP|CAD|AUD|CHF|JPY|MXN|INR)\b|C\$|A\$", re.IGNORECASE)
_PARTS = re.compile(r"(\()?\s*([+-]?)\s*(\d[\d.,' ]*|[.,]\d+)\s*([+-]?)\s*(\))?\s*(cr|dr|db)?\.?", re.IGNORECASE)
_POINT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?")
_COMMA = re.compile(r"(?:\d{1,3}(?:[.' ]\d{3})+|\d+)?(?:,\d*)?")
_ENDS_POINT, _ENDS_COMMA = re.compile(r"\.\d{1,2}\D*$"), re.compile(r",\d{1,2}\D*$")


def looks_like_amount(text: str) -> bool:
    """Whether a cell is money: a number with cents, a sign of money, or a minus."""
    plain = _bare(text)
    parts = _PARTS.fullmatch(plain)
    if parts is None:
        return False
    return bool(
        re.search(r"[.,]\d\d$", parts[3].strip()) or parts[1] or parts[2] or parts[4] or parts[6] or "$" in text
    )


class Amounts:
    """Reads the amounts of one file: 1,234.56 in one, 1.234,56 in another."""

    def __init__(self, texts: Iterable[str]) -> None:
        comma = point = 0
        for text in texts:
            if _USUAL.fullmatch(text):
                point += 1
            elif text:
                comma += bool(_ENDS_COMMA.search(text))
                point += bool(_ENDS_POINT.search(text))
        self.has_comma = comma > point

    def read(self, text: str) -> Decimal:
        """One amount with its sign, as it stands there. Raises InvalidEntry at `amount`."""
        if _USUAL.fullmatch(text) and not self.has_comma:
            return _kept(Decimal(text), text)
        if _FOREIGN.search(text):
            sentence = tr("“{text}” is not in dollars. Only dollars are kept here.")
            raise InvalidEntry("amount", sentence.format(text=shown(text)))
        parts = _PARTS.fullmatch(_bare(text))
        number = self._number(parts[3].strip()) if parts else None
        if parts is None or number is None or bool(parts[1]) != bool(parts[5]):
            raise InvalidEntry("amount", tr("We could not read “{text}” as dollars.").format(text=shown(text)))
        is_minus = bool(parts[1]) or "-" in (parts[2], parts[4]) or (parts[6] or "").casefold() in ("dr", "db")
        return _kept(-number if is_minus else number, text)

    def _number(self, digits: str) -> Decimal | None:
        if self.has_comma:
            if not _COMMA.fullmatch(digits):
                return None
            return Decimal(re.sub(r"[.' ]", "", digits).replace(",", "."))
        return Decimal(digits.replace(",", "")) if _POINT.fullmatch(digits) else None


def _bare(text: str) -> str:
    """Without the signs of dollars: “-$5.00”, “$-5.00” and “USD -5.00” are the same."""
    plain = text.translate(_SIGNS).strip()
    bare = _DOLLARS.sub(" ", plain).strip()
    return re.sub(r"^([+-]|\()\s+", r"\1", bare)


def _kept(amount: Decimal, text: str) -> Decimal:
    exponent = amount.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        raise InvalidEntry("amount", tr("“{text}” has parts of a cent.").format(text=shown(text)))
    if abs(amount) > MOST_MONEY:
        raise InvalidEntry("amount", tr("“{text}” is more than a million dollars.").format(text=shown(text)))
    return amount
