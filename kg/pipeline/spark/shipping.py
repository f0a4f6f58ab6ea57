"""A value of this machine → the same value in every process of the executors, sent and read once."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

T = TypeVar("T")
_KEPT = 4  # values that a process holds
_held: OrderedDict[int, Any] = OrderedDict()


class Shipped(Generic[T]):
    """A value for functions that run on executors: they are given this, and ask it for the value."""

    def __init__(self, spark: SparkSession, value: T) -> None:
        from pyspark import cloudpickle

        self._sent = spark.sparkContext.broadcast(cloudpickle.dumps(value))
        self._number = int(self._sent._jbroadcast.id())  # noqa: SLF001 - the number has no public name

    def get(self) -> T:
        """The value."""
        import pickle

        if self._number not in _held:
            _held[self._number] = pickle.loads(self._sent.value)  # noqa: S301 - sent by the build itself
            while len(_held) > _KEPT:
                _held.popitem(last=False)
        found: T = _held[self._number]
        return found
