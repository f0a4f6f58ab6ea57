"""The same build on many machines: PySpark carries the stations' own functions to where the articles are."""
