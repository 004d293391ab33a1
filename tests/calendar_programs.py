"""Run by hand: `python -m tests.calendar_programs FOLDER` gives our calendar files to ical.js and khal.

Both are installed into the folder. Each reads every file, and must see each event at the instant that we meant. It
needs npm, and a network for the first run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from caregiver_app.domain.calendar_events import Event
from caregiver_app.exchange.ics import read_events, write_events
from caregiver_app.services import agenda, calendar_files, demo, people
from caregiver_app.services.calendar_versions import CalendarFile
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file

MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ZONES = ("America/New_York", "America/Los_Angeles", "America/Phoenix", "Europe/London")
NEW_YORK = ZONES[0]
FIRST, DAYS = "2026-01-01", "730d"

READER = """
import ICAL from "ical.js";
import { readFileSync } from "node:fs";
ICAL.design.strict = true;
const events = [];
for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.remove(zone.getFirstPropertyValue("tzid"));
    ICAL.TimezoneService.register(zone);
  }
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(part);
    const tell = (when) => (when.isDate ? when.toString() : when.toJSDate().toISOString());
    events.push([path, event.uid, tell(event.startDate), tell(event.endDate), event.summary,
                 part.getFirstPropertyValue("status"), part.getFirstPropertyValue("sequence")]);
  }
}
console.log(JSON.stringify(events));
"""

KHAL = """
[calendars]
[[care]]
path = {folder}/events
type = calendar

[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M

[sqlite]
path = {folder}/khal.db

[default]
default_calendar = care
"""


@dataclass(frozen=True)
class Meant:
    """One event as we mean it: instants in UTC, or days."""

    uid: str
    start: str
    end: str
    summary: str
    cancelled: bool


@dataclass(frozen=True)
class Sent:
    """One of our files, its zone, and what is in it."""

    path: Path
    zone: str
    events: tuple[Meant, ...]


def main(folder: Path) -> int:
    """Write the files, ask both programs, and say what they saw; 0 when all is equal."""
    folder.mkdir(parents=True, exist_ok=True)
    files = list(_files(folder / "files"))
    events = sum(len(each.events) for each in files)
    sys.stdout.write(f"{len(files)} files with {events} events\n")
    wrong = 0
    readers: tuple[tuple[str, Callable[[Path, list[Sent]], list[str]]], ...] = (("ical.js", ical_js), ("khal", khal))
    for name, reader in readers:
        found = reader(folder, files)
        wrong += len(found)
        sys.stdout.write(f"{name}: {len(found)} differences\n" + "".join(f"  {each}\n" for each in found))
    return 1 if wrong else 0


# Our files


def _files(folder: Path) -> Iterable[Sent]:
    folder.mkdir(parents=True, exist_ok=True)
    for zone in ZONES:
        yield _keep(folder / f"{zone.replace('/', '-')}.ics", zone, write_events(_events(zone), zone, MADE))
    workspace = Workspace(open_file(folder / "family.care"), Clock(TODAY))
    if not workspace.read(people.helpers):
        workspace.write(partial(demo.fill, today=TODAY))
    made: list[CalendarFile] = []
    now = workspace.clock.now()
    for visit in workspace.read(partial(agenda.coming, today=TODAY)).visits:
        workspace.write(_making(made, partial(calendar_files.for_visit, id=visit.id, zone=NEW_YORK, now=now)))
        for person_id in {driver for trip in visit.trips for driver in trip.drivers}:
            make = partial(calendar_files.for_person, person_id=person_id, today=TODAY, zone=NEW_YORK, now=now)
            workspace.write(_making(made, make))
    workspace.close()
    for number, file in enumerate(made):
        yield _keep(folder / f"{number} {file.name}", NEW_YORK, file.data)


def _making(made: list[CalendarFile], make: partial[CalendarFile]) -> Callable:  # type: ignore[type-arg]
    return lambda work: made.append(make(work))


def _events(zone: str) -> list[Event]:
    """Events at each hour around the clock changes, whole days, long words, and one that is off."""
    found = [
        Event(uid=f"{zone} {day} {hour}", summary=f"Ride {hour}", day=day, clock=time(hour, 30), minutes=50)
        for day in (date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 1))
        for hour in (0, 1, 2, 3, 4, 9, 23)
    ]
    words = "Café, “Łódź”; back\\slash ☕ 漢字 " * 6
    alarm = timedelta(hours=1)
    return [
        *found,
        Event(uid=f"{zone} day", summary="Whole day", day=date(2026, 7, 4), alarm=timedelta(hours=6)),
        Event(
            uid=f"{zone} words", summary=words.strip(), day=date(2026, 7, 5), clock=time(9), description=f"{words}\n-"
        ),
        Event(uid=f"{zone} alarm", summary="Reminded", day=date(2026, 12, 1), clock=time(8, 15), alarm=alarm),
        Event(uid=f"{zone} off", summary="Off", day=date(2026, 12, 2), clock=time(8), sequence=3, cancelled=True),
        Event(uid=f"{zone} long", summary="Long", day=date(2026, 10, 31), clock=time(20), minutes=720),
    ]


def _keep(path: Path, zone: str, data: bytes) -> Sent:
    path.write_bytes(data)
    return Sent(path, zone, tuple(_meant(data, zone)))


def _meant(data: bytes, zone: str) -> Iterable[Meant]:
    """What the file says by our own reading, put into instants by Python alone."""
    home = ZoneInfo(zone)
    for one in read_events(data, zone):
        assert one.day is not None, "we write no event without a day"
        if one.clock is None:
            start, end = str(one.day), str(one.day + timedelta(1))
        else:
            begin = datetime.combine(one.day, one.clock)
            start, end = (
                f"{each.replace(tzinfo=home).astimezone(UTC):%Y-%m-%dT%H:%M}:00.000Z"
                for each in (begin, begin + timedelta(minutes=one.minutes or 0))
            )
        yield Meant(one.uid, start, end, one.title, one.cancelled)


# The other programs


def ical_js(folder: Path, files: list[Sent]) -> list[str]:
    """What ical.js, in its strict way, sees in another way than we do."""
    home = folder / "ical.js"
    home.mkdir(exist_ok=True)
    (home / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    (home / "read.js").write_text(READER, encoding="utf-8")
    if not (home / "node_modules" / "ical.js").is_dir():
        _run(["npm", "install", "--silent", "ical.js"], home)
    paths = [str(each.path.resolve()) for each in files]
    rows = json.loads(_run(["node", "read.js", *paths], home))
    seen = {(path, uid): (start, end, summary, status) for path, uid, start, end, summary, status, _sequence in rows}
    wrong = []
    for file, path in zip(files, paths, strict=True):
        for one in file.events:
            status = "CANCELLED" if one.cancelled else "CONFIRMED"
            ours = (one.start, one.end, one.summary, status)
            if seen.get((path, one.uid)) != ours:
                wrong.append(f"{file.path.name}: {ours} is seen as {seen.get((path, one.uid))}")
    return wrong


def khal(folder: Path, files: list[Sent]) -> list[str]:
    """What khal sees in another way than we do; each file goes into a calendar of its own."""
    program = folder / "khal" / "bin" / "khal"
    if not program.exists():
        _run([sys.executable, "-m", "venv", "khal"], folder)
        _run([str(program.parent / "pip"), "install", "--quiet", "khal"], folder)
    wrong = []
    for number, file in enumerate(files):
        home = folder / f"calendar {number}"
        for path in (home / "events").glob("*.ics"):
            path.unlink()
        (home / "khal.db").unlink(missing_ok=True)
        (home / "events").mkdir(parents=True, exist_ok=True)
        (home / "config").write_text(KHAL.format(folder=home.resolve(), zone=file.zone), encoding="utf-8")
        khal_here = [str(program), "-c", str(home / "config")]
        _run([*khal_here, "import", "--batch", "-a", "care", str(file.path)], folder)
        line = "{uid}|{start-long}|{end-long}|{cancelled}|{title}"
        seen = _run([*khal_here, "list", "--once", "--day-format", "", "--format", line, FIRST, DAYS], folder)
        rows = {row.split("|")[0]: row.split("|")[1:] for row in seen.splitlines() if "|" in row}
        wrong += [words for one in file.events if (words := _khal_differs(one, file.zone, rows.get(one.uid)))]
    return wrong


def _khal_differs(one: Meant, zone: str, row: list[str] | None) -> str:
    """What khal has of an event when it is not what we meant, on the clock of the zone; else nothing."""
    if row is None:
        return f"{one.uid} is missing"
    start, end, cancelled, title = row[0], row[1], row[2], "|".join(row[3:])
    if "T" in one.start:
        home = ZoneInfo(zone)
        ours = [f"{datetime.fromisoformat(each).astimezone(home):%Y-%m-%d %H:%M}" for each in (one.start, one.end)]
    else:
        ours = [one.start, one.start]  # it names the last day of those
    same = [start, end] == ours and title.removeprefix("CANCELLED ").strip() == one.summary
    return "" if same and bool(cancelled.strip()) == one.cancelled else f"{one} is seen as {row}"


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:4])}: {done.stderr or done.stdout}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
