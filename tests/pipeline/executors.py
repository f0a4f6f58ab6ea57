"""The executors of a session of Spark on this machine, and one that dies."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import Any


def executors(application: str) -> list[int]:
    """The processes of an application's executors on this machine."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:  # it has ended meanwhile
                continue
            if any(b"CoarseGrainedExecutorBackend" in word for word in words) and application.encode() in words:
                found.append(int(entry.name))
    return sorted(found)


class Killer(threading.Thread):
    """Kills one executor when some tasks of a stage of many are done."""

    def __init__(self, context: Any) -> None:
        super().__init__(daemon=True)
        self._context = context
        self.killed: int | None = None
        self.done = threading.Event()

    def run(self) -> None:
        """Watch until it is done, or the build is."""
        tracker = self._context.statusTracker()
        while not self.done.wait(0.05):
            stages = filter(None, map(tracker.getStageInfo, tracker.getActiveStageIds()))
            if any(stage.numTasks >= 8 and stage.numCompletedTasks >= 2 for stage in stages):
                self.killed = executors(self._context.applicationId)[0]
                os.kill(self.killed, signal.SIGKILL)
                return
