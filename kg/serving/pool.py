"""Worker processes behind a queue: each request gets one, and a limit of time; what overruns is killed and replaced."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.serving import frames


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, media type and body of an answer."""

    status: int
    media: str
    body: bytes


class Pool:
    """Workers over one graph. Start it before use, stop it after."""

    def __init__(self, graph: Path, *, size: int, seconds: float, max_bytes: int) -> None:
        self._command = [sys.executable, "-m", "kg.serving.worker", str(graph), str(max_bytes)]
        self._size = size
        self._seconds = seconds
        self._idle: asyncio.Queue[asyncio.subprocess.Process] = asyncio.Queue()
        self._all: set[asyncio.subprocess.Process] = set()
        self._tasks: set[asyncio.Future[None]] = set()

    async def start(self) -> None:
        for _ in range(self._size):
            self._idle.put_nowait(await self._spawn())

    async def stop(self) -> None:
        for process in list(self._all):
            await self._end(process)

    async def ask(self, request: dict[str, Any]) -> Reply:
        """The answer of the next worker that is free; 503 when it takes too long or the worker breaks down."""
        process = await self._idle.get()
        healthy = False
        try:
            if process.stdin is None or process.stdout is None:
                raise RuntimeError("a worker without pipes")
            process.stdin.write(frames.pack(request))
            message, body = await asyncio.wait_for(frames.receive(process.stdout), self._seconds)
            healthy = True
            return Reply(message["status"], message["type"], body)
        except TimeoutError:
            text = f"the query took longer than {self._seconds:g} s and was stopped: add LIMIT, or ask for less"
            return Reply(503, "text/plain", text.encode())
        except (asyncio.IncompleteReadError, ConnectionError):
            return Reply(503, "text/plain", b"the query used up the memory that it may use: add LIMIT, or ask for less")
        finally:
            # Also when the client has gone: an answer that nobody waits for must not reach the next one.
            if healthy:
                self._idle.put_nowait(process)
            else:
                self._replace(process)

    def _replace(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        task = asyncio.ensure_future(self._renew(process))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _renew(self, process: asyncio.subprocess.Process) -> None:
        await self._end(process)
        self._idle.put_nowait(await self._spawn())

    async def _spawn(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**22
        )
        self._all.add(process)
        return process

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        self._all.discard(process)
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
