"""A master's URL → a Spark session, or the one error that says what is missing."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KGError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# What a user's own configuration of Spark (spark-defaults.conf, PYSPARK_SUBMIT_ARGS) can say otherwise.
_DEFAULTS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",  # an article may have megabytes
    "spark.sql.session.timeZone": "UTC",
}


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """The session that runs already, or one of this master's for as long as the block.

    Raises KGError where PySpark or Java is missing, or no session can be had.
    """
    _check()
    from py4j.protocol import Py4JError
    from pyspark import SparkConf
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    running = SparkSession.getActiveSession()
    if running is not None:
        yield running
        return
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYTHONWARNINGS", "ignore::FutureWarning")  # PySpark's, of the libraries it uses
    conf = SparkConf().setAppName("kg build").setMaster(master)
    for name, value in _DEFAULTS.items():
        conf.setIfMissing(name, value)
    try:
        spark = SparkSession.builder.config(conf=conf).getOrCreate()
    except (PySparkException, Py4JError, ValueError, OSError) as error:
        raise KGError(
            f"Spark does not start: {_first_line(error)}",
            where=master,
            hint="see whether the master is there, and whether `java -version` says 17 or 21",
        ) from error
    try:
        yield spark
    finally:
        spark.stop()


def _check() -> None:
    try:
        import pandas  # noqa: F401 - PySpark asks for it
        import pyarrow  # noqa: F401
        import pyspark  # noqa: F401
    except ImportError as error:
        raise KGError(
            f"the engine spark needs the package {error.name}", hint="pip install 'kg-indonesia[spark]'"
        ) from None
    home = os.environ.get("JAVA_HOME")
    if not (home and (Path(home) / "bin" / "java").exists()) and shutil.which("java") is None:
        raise KGError(
            "the engine spark needs Java", hint="install Java 17 (Debian: apt install openjdk-17-jre-headless)"
        )


def _first_line(error: BaseException) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)[:200]


@contextmanager
def shared_folder(work: Path) -> Iterator[Path]:
    """A folder for what passes between the steps, which every machine must see; removed in the end."""
    work.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="spark-", dir=work.resolve()))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def told() -> Iterator[None]:
    """A block that runs jobs: what goes wrong in one is a KGError, in the words of the executor where it has some."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        lines = [line.strip() for line in str(error).splitlines()]
        ours = next((line for line in lines if line.startswith("kg.errors.")), None)
        message = ours.partition(": ")[2] if ours else next(filter(None, lines), type(error).__name__)
        raise KGError(
            f"the job failed: {message[:300]}", where="spark", hint="see the logs of the executors"
        ) from error
