"""The text inside a calendar file, whatever program wrote it: its letters, its long lines, its markup."""

from __future__ import annotations

import html
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from quopri import decodestring

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

MOST_MEGABYTES = 5
_NAME = re.compile(r"[A-Z][A-Z0-9-]*[;:]")
_NAME_IN_ANY_CASE = re.compile(
    r"(?:begin|end|summary|description|location|dtstart|dtend|duration|uid|status|rrule|rdate|exdate|tzid|sequence)[;:]",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h\d)>", re.IGNORECASE)
_OPEN = re.compile(r"<(style|script|head)\b|<!--|<!doctype", re.IGNORECASE)
_CLOSE = {
    **{name: re.compile(rf"</{name}>", re.IGNORECASE) for name in ("style", "script", "head")},
    "<!--": re.compile("-->"),
    "<!doctype": re.compile(">"),
}
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_FEW = 3  # letters that are lost
_LONGEST = 100_000  # letters that are looked at
_FOLDED_LETTER = re.compile(rb"(?<=[\x80-\xff])(?:\r\n|\n|\r)[ \t](?=[\x80-\xbf])")
# As old Western Windows letters: three accents in a row, or signs that stand in no word.
_NO_WESTERN_WORDS = re.compile("[\u00a8\u00b8\u00c0-\u00ff]{3}|[\ufffd\u201a\u0192]")


def check_size(size: int) -> None:
    """Refuse a file that is no file of visits, by its size in bytes."""
    if size > MOST_MEGABYTES * 1_000_000:
        said = tr("This file is very large: {n} MB. Please save only the visits you need, and choose that file.")
        raise InvalidEntry("file", said.format(n=round(size / 1_000_000)))


def text_of(data: bytes) -> str:
    """The file as text; InvalidEntry when it is no calendar file at all."""
    if not data.strip():
        raise InvalidEntry("file", tr("This file is empty. Please save it once more from where it came."))
    check_size(len(data))
    text = _decoded(data).replace("\0", "")
    if not _is_calendar(text):
        raise InvalidEntry("file", _not_a_calendar(text))
    return text


def _decoded(data: bytes) -> str:
    """UTF-8 as the standard has it, UTF-16 where it says so, and else what old Windows programs write."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    whole = _FOLDED_LETTER.sub(b"", data).decode("utf-8", "replace")  # some break lines in the middle of a letter
    lost = whole.count("\ufffd")
    if sum(letter > "\x7f" for letter in whole) > 2 * lost:  # most are right
        return whole
    western = data.decode("cp1252", "replace")
    if not _NO_WESTERN_WORDS.search(western) or not _is_calendar(western):
        return western
    if lost > _FEW:
        raise InvalidEntry("file", _other_letters())
    return whole


def _is_calendar(text: str) -> bool:
    return re.search(r"^[^\S\r\n]*BEGIN:VCALENDAR", text, re.IGNORECASE | re.MULTILINE) is not None


def _other_letters() -> str:
    return tr(
        "The letters in this file can’t be read here. Save it once more, as UTF-8 where you can choose, "
        "or type the visits by hand."
    )


def _not_a_calendar(text: str) -> str:
    if re.search(r"<html|<!doctype html", text[:2000], re.IGNORECASE):
        return tr(
            "This is a web page, not a calendar file. Look there for “Add to calendar,” and choose what it saves."
        )
    if re.search(r"^BEGIN:VCARD", text, re.MULTILINE):
        return tr("This file holds contacts, not visits. A calendar file has a name that ends in .ics.")
    return tr("This is not a calendar file. Calendar files have names that end in .ics.")


def lines_of(text: str) -> list[str]:
    """Its lines, made whole again; words that were broken over lines against the rules stay with their line."""
    found: list[list[str]] = []
    soft = False  # an old way to break lines: "=" at the end
    for line in re.split(r"\r\n|\n|\r", text):
        if soft or line[:1] in (" ", "\t"):
            part = line if soft else line[1:]
        elif _NAME.match(line) or _NAME_IN_ANY_CASE.match(line) or not found:
            found.append([])
            part = line
        else:
            part = f"\\n{line}"
        if not found:
            found.append([])
        found[-1].append(part)
        soft = part.endswith("=") and "QUOTED-PRINTABLE" in found[-1][0][:200].upper()
        if soft:
            found[-1][-1] = part[:-1]
    return ["".join(parts).rstrip() for parts in found]


def from_quoted_printable(value: str, charset: str) -> str:
    """Words in the old way of writing letters as =C3=A9."""
    try:
        return decodestring(value.encode("ascii", "replace")).decode(charset or "utf-8", "replace")
    except LookupError:
        return decodestring(value.encode("ascii", "replace")).decode("utf-8", "replace")


def plain(text: str) -> str:
    """Words without markup: web pages in a description become lines, spaces at the ends go."""
    text = text[:_LONGEST]
    if _TAG.search(text):
        text = _TAG.sub("", _BREAKS.sub("\n", _without_hidden(text)))
    with suppress(ValueError):  # a number of a letter with thousands of digits
        text = html.unescape(text) if re.search(r"&(?:\w+|#\d+);", text) else text
    lines = (" ".join(line.split()) for line in text.replace("\u200b", "").splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_hidden(text: str) -> str:
    """A web page without what it does not show. Each end is looked for once where there is none."""
    shown, at, endless = [], 0, set()
    for begin in _OPEN.finditer(text):
        kind = (begin[1] or begin[0]).lower()
        if begin.start() < at or kind in endless:
            continue
        end = _CLOSE[kind].search(text, begin.end())
        if end is None:
            endless.add(kind)
            continue
        shown.append(text[at : begin.start()])
        at = end.end()
    return "".join((*shown, text[at:]))
