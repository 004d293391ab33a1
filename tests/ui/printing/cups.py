"""A real print server of the tests' own: on loopback, in a folder that goes away; its queues write files."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

DRIVER = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "SHEETS.PPD"
*Manufacturer: "Tests"
*Product: "(Sheets)"
*ModelName: "Sheets"
*ShortNickName: "Sheets"
*NickName: "Sheets, PDF"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsManualCopies: True
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: Letter
*PageSize Letter/US Letter: "<</PageSize[612 792]>>setpagedevice"
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: Letter
*PageRegion Letter/US Letter: "<</PageSize[612 792]>>setpagedevice"
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: Letter
*ImageableArea Letter/US Letter: "0 0 612 792"
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: Letter
*PaperDimension Letter/US Letter: "612 792"
*PaperDimension A4/A4: "595 842"
"""
_SERVER = """\
Listen 127.0.0.1:{port}
DefaultAuthType None
WebInterface No
Browsing No
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {folder}/root
RequestRoot {folder}/requests
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/temp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
FileDevice Yes
SystemGroup root lpadmin
"""


def what_is_missing() -> str:
    """Why no print server can be started here; empty when one can."""
    missing = [name for name in ("lp", "lpstat") if shutil.which(name) is None]
    missing += [name for name in ("cupsd", "lpadmin") if _system_program(name) is None]
    if missing:
        return "CUPS is not installed ({})".format(", ".join(missing))
    return "" if os.geteuid() == 0 else "a print server of its own needs root"


def _system_program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")


class PrintServer:
    """cupsd in a folder of its own. `address` is what CUPS_SERVER must be for programs to find it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = f"127.0.0.1:{_free_port()}"
        self._process: subprocess.Popen[bytes] | None = None
        self._queues: list[str] = []

    def start(self) -> None:
        """Start the server and wait until it answers."""
        for name in ("root", "requests", "cache", "state", "temp"):
            (self.folder / name).mkdir()
        shutil.chown(self.folder / "temp", group="lp")
        (self.folder / "temp").chmod(0o1770)
        self.folder.chmod(0o755)
        port = self.address.rpartition(":")[2]
        settings, files = self.folder / "cupsd.conf", self.folder / "cups-files.conf"
        settings.write_text(_SERVER.format(port=port))
        files.write_text(_FILES.format(folder=self.folder))
        program = _system_program("cupsd")
        assert program is not None
        self._process = subprocess.Popen([program, "-f", "-c", str(settings), "-s", str(files)])
        self._wait_until_it_answers()

    def add_queue(self, name: str) -> Path:
        """Add a queue and say which file its pages go to, through the filters that a PDF printer has."""
        output, driver = self.folder / f"{name}.pdf", self.folder / f"{name}.ppd"
        driver.write_text(DRIVER)
        self._admin("lpadmin", "-p", name, "-E", "-v", f"file:{output}", "-P", str(driver))
        self._queues.append(name)
        return output

    def make_usual(self, name: str) -> None:
        """Make a queue the one that is offered first."""
        self._admin("lpadmin", "-d", name)

    def pause(self, name: str) -> None:
        """Stop a queue, as when the paper has run out."""
        self._admin("cupsdisable", name)

    def jobs_waiting(self, name: str) -> int:
        """How many jobs stand in a queue's line."""
        return len(self._admin("lpstat", "-o", name).splitlines())

    def remove_queues(self) -> None:
        """Take away all queues, their jobs and what they printed."""
        while self._queues:
            name = self._queues.pop()
            self._admin("lpadmin", "-x", name)
            (self.folder / f"{name}.pdf").unlink(missing_ok=True)

    def stop(self) -> None:
        """End the server."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)

    def _admin(self, name: str, *arguments: str) -> str:
        program = _system_program(name)
        assert program is not None
        environment = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"}
        command = [program, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    def _wait_until_it_answers(self) -> None:
        host, _, port = self.address.rpartition(":")
        until = time.monotonic() + 10
        while time.monotonic() < until:
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex((host, int(port))) == 0:
                    return
        raise TimeoutError("the print server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
