"""The program is killed in the middle of writing: what was confirmed is there, and the file is sound."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from caregiver_app.domain.tasks import Task
from caregiver_app.storage.database import open_file

KILLS = 20
WRITES = 200
WRITER = textwrap.dedent(
    """
    import sys
    from datetime import UTC, date, datetime
    from pathlib import Path
    from caregiver_app.domain.tasks import Task
    from caregiver_app.storage.database import open_file

    database = open_file(Path(sys.argv[1]))
    print("ready", flush=True)
    for number in range(int(sys.argv[2])):
        with database.writing(datetime(2026, 11, 22, tzinfo=UTC)) as work:
            work.put(Task(title=f"a {sys.argv[3]} {number}", day=date(2026, 11, 22)))
            work.put(Task(title=f"b {sys.argv[3]} {number}", day=date(2026, 11, 22)))
        print(number, flush=True)
    """
)


def write_until_killed(path: Path, turn: int) -> int:
    """Start a writer, kill it after some writes, and say how many it had confirmed."""
    command = [sys.executable, "-c", WRITER, str(path), str(WRITES), str(turn)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as writer:
        assert writer.stdout is not None
        confirmed = 0
        for line in writer.stdout:
            if line.strip() != "ready":
                confirmed += 1
            if confirmed >= WRITES // 2 + turn * 3:
                writer.kill()
                break
        confirmed += sum(1 for line in writer.stdout if line.endswith("\n"))
    return confirmed


def test_nothing_confirmed_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "family.care"
    confirmed = {turn: write_until_killed(path, turn) for turn in range(KILLS)}
    assert all(WRITES // 2 <= count < WRITES for count in confirmed.values()), "each was killed in the middle"

    database = open_file(path, create=False)
    assert database.faults() == []
    with database.reading() as work:
        titles = {task.title for task in work.all(Task)}
    database.close()
    for turn, count in confirmed.items():
        for number in range(count):
            assert {f"a {turn} {number}", f"b {turn} {number}"} <= titles
    halves = [title for title in titles if (f"b{title[1:]}" if title[0] == "a" else f"a{title[1:]}") not in titles]
    assert halves == [], "each change is there as a whole or not at all"
