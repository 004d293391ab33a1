"""What this computer showed of the reminders of one file, kept over a restart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from caregiver_app.domain.reminders import Due, Seen, Touched
from caregiver_app.ui.settings import Settings

_BEFORE = timedelta(seconds=1)


class SeenHere:
    """Lives in this computer’s settings, under the `name` of the file."""

    def __init__(self, settings: Settings, name: str) -> None:
        self._settings = settings
        self._since, self._looked, self._open = _keys(name)
        self._also: dict[str, str] = {}  # each key again under the family, which a copy of the file has, too

    @property
    def is_known(self) -> bool:
        """Whether this computer ever showed something of a file of this name."""
        return bool(self._settings.text(self._looked))

    def is_of(self, family: UUID) -> None:
        """Whose file it is: what was seen under another name, before it was copied or renamed, was seen."""
        self._also = dict(zip((self._since, self._looked, self._open), _keys(family.hex[:12]), strict=True))
        for key, other in self._also.items() if not self.is_known else ():
            self._settings.keep(key, self._settings.text(other))

    def seen(self, now: datetime) -> Seen:
        """What was seen to by now, a local time; all of before this morning in the beginning."""
        since = self._moment(self._since, now.replace(hour=0, minute=0, second=0, microsecond=0), now)
        looked = self._moment(self._looked, since, now)
        return Seen(since=since, looked=looked, unanswered=_ids(self._settings.text(self._open)))

    def looked(self, at: datetime, found: Iterable[Due], *, is_quiet: bool) -> None:
        """A look at a local time found these: all that waits. In the quiet hours nothing shows, and all stays."""
        if not is_quiet:
            waiting = frozenset(due.source_id for due in found)
            self._keep(Seen(since=self.seen(at).since if waiting else at, looked=at, unanswered=waiting))

    def waits_again(self, before: Touched, now: datetime) -> None:
        """What was done about a reminder is taken back: it waits again."""
        known = self.seen(now)
        since = min(known.since, before.due_at - _BEFORE)
        self._keep(replace(known, since=since, unanswered=known.unanswered | {before.source_id}))

    def _moment(self, key: str, default: datetime, latest: datetime) -> datetime:
        try:
            return min(datetime.fromisoformat(self._settings.text(key)), latest)
        except ValueError:
            return default

    def _keep(self, seen: Seen) -> None:
        self._keep_text(self._since, seen.since.isoformat())
        self._keep_text(self._looked, seen.looked.isoformat())
        self._keep_text(self._open, " ".join(sorted(each.hex for each in seen.unanswered)))

    def _keep_text(self, key: str, text: str) -> None:
        for each in (key, self._also.get(key, key)):
            if text != self._settings.text(each):
                self._settings.keep(each, text)


def _keys(name: str) -> Iterator[str]:
    return (f"reminders {each} {name}" for each in ("seen", "looked", "open"))


def _ids(text: str) -> frozenset[UUID]:
    """The ids in a text; none where somebody else wrote into the settings."""
    try:
        return frozenset(UUID(each) for each in text.split())
    except ValueError:
        return frozenset()
