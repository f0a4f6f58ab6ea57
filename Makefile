# `make build` installs into a private environment and builds the graph of the sample articles.
# `make test` installs what the tests need and runs all of them; those of Spark are skipped without `make test-spark`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test test-spark check bench fuzz docs lock clean

build: $(VENV)/installed
	$(BIN)/kg build seeds/articles -o output

test: $(VENV)/installed-for-tests
	$(BIN)/python -m pytest

test-spark: $(VENV)/installed-for-tests  # needs Java 17
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[spark]'
	$(BIN)/python -m pytest -rs tests/pipeline/test_spark.py tests/pipeline/test_spark_cluster.py

check: $(VENV)/installed-for-tests
	$(BIN)/ruff check kg tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-for-tests
	for what in lexicon linking rdf stats; do $(BIN)/python -m benchmarks.$$what || exit 1; done  # explorer: a browser; extraction: spaCy

FUZZ_MINUTES ?= 10
FUZZ_RUNS ?= 100000
FUZZ_GUIDED ?= 20000
FUZZ_TARGETS ?=

# Hostile input against every door, bounded in time: `make fuzz FUZZ_MINUTES=120 FUZZ_TARGETS="html article"`
fuzz: $(VENV)/installed-for-fuzzing
	$(BIN)/python -m tests.fuzz.run --runs $(FUZZ_RUNS) --guided $(FUZZ_GUIDED) --minutes $(FUZZ_MINUTES) $(FUZZ_TARGETS)

docs: $(VENV)/installed-for-tests
	$(BIN)/python -m tests.architecture.reference

lock: $(VENV)/installed-for-tests
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --no-header --no-emit-index-url --no-emit-find-links --no-annotate --python-version 3.11 \
	  --all-extras pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/installed: pyproject.toml requirements.lock
	@echo "Installing into $(VENV); this takes a minute."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e .
	touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[test]'
	touch $@

$(VENV)/installed-for-fuzzing: $(VENV)/installed-for-tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[fuzz]'
	touch $@
