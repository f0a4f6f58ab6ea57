"""Articles → their outcomes, by processes that read them; an article that kills one is set aside by name."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from kg.errors import KGError
from kg.model import Article
from kg.pipeline.attempts import Limits, Outcome, attempt, set_aside
from kg.pipeline.beside import ProcessDiedError, Talk, asking

_STARTS = 3  # of a process that dies before it has read anything
_LOST = (ProcessDiedError, MemoryError)


class Readers:
    """Processes that read articles, a thread of this one for each, which hands over and takes back.

    Each has a pipe of its own, so that one that dies takes nothing along that others wait for; another takes its place.
    """

    def __init__(self, jobs: int, limits: Limits, ontology: Path) -> None:
        self._readers = [_Reader(limits, ontology) for _ in range(jobs)]
        self._idle: SimpleQueue[_Reader] = SimpleQueue()
        self._threads = ThreadPoolExecutor(jobs)

    def start(self) -> None:
        """Raises KGError when a process can't be started."""
        for reader in self._readers:
            reader.start()
            self._idle.put(reader)

    def submit(self, bundle: list[Article]) -> Future[list[Outcome]]:
        """The outcomes of articles; the future raises KGError when a process that died can't be replaced."""
        return self._threads.submit(self._read, bundle)

    def _read(self, bundle: list[Article]) -> list[Outcome]:
        reader = self._idle.get()
        try:
            return reader.outcomes(bundle)
        finally:
            self._idle.put(reader)

    def close(self) -> None:
        """What is not read by now is not read any more, and all processes are gone."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.stop()
        self._threads.shutdown()
        for reader in self._readers:
            reader.end()


class _Reader:
    """A process that reads articles, and those that come after it when it dies."""

    _starting = Lock()  # one at a time is started, by whatever thread

    def __init__(self, limits: Limits, ontology: Path) -> None:
        self._given = (limits, ontology)
        self._process = ExitStack()
        self._stopped = False
        self._talk: Talk | None = None
        self._ready = False

    def start(self) -> Talk:
        """Start the process, or the next one."""
        with self._starting:
            self._process.close()
            if self._stopped:
                raise ProcessDiedError("no more articles are read")
            self._ready = False
            self._talk = self._process.enter_context(asking(_serve, *self._given))
            return self._talk

    def outcomes(self, bundle: list[Article]) -> list[Outcome]:
        """When the process dies, its articles are tried one by one in the next; one that kills that is set aside."""
        try:
            return self._asked(bundle)
        except _LOST:
            self._talk = None
            if self._stopped:
                raise
        if len(bundle) == 1:
            return [set_aside(bundle[0], "the process that read it died")]
        return [outcome for article in bundle for outcome in self.outcomes([article])]

    def _asked(self, bundle: list[Article]) -> list[Outcome]:
        talk = self._at_work()
        talk.tell(bundle)
        found: list[Outcome] = talk.hear()
        return found

    def _at_work(self) -> Talk:
        """The talk with a process that can read. Raises KGError when it dies again and again before."""
        for _ in range(_STARTS):
            talk = self._talk or self.start()
            try:
                if not self._ready:
                    talk.hear()
            except _LOST:
                self._talk = None
            else:
                self._ready = True
                return talk
        raise KGError("a process that reads articles dies as it starts", hint="give it more memory, or --jobs 1")

    def stop(self) -> None:
        """Whoever waits for articles hears that the process died, and none takes its place."""
        with self._starting:
            self._stopped = True
            if self._talk is not None:
                self._talk.stop()

    def end(self) -> None:
        """Leave nothing behind."""
        self._process.close()


# In the processes


def _serve(here: Talk, limits: Limits, ontology: Path) -> None:
    """Read what is told, with a lexicon and within the memory of this process, as long as it is asked."""
    from kg.pipeline.ready import extraction_of

    extraction = extraction_of(ontology)
    if limits.memory is not None:
        with suppress(ImportError):  # not on every system
            import resource

            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    here.tell("ready")
    while True:
        bundle: list[Article] = here.hear()
        here.tell([attempt(extraction, article, limits) for article in bundle])
