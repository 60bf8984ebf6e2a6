PYTHON ?= python3
BIN := .venv/bin

# Neo4j for tests and development: folder below .neo4j/ and the version in it. docker-compose.yml names the second one too.
NEO4J_5.26 := 5.26.30
NEO4J_2026 := 2026.08.1

.PHONY: demo test quick lint bench bench-large docs neo4j serve-neo4j build release-check spark clean

demo: .venv/installed
	$(BIN)/graphload demo

test: lint $(if $(and $(shell command -v mvn),$(shell command -v java)),neo4j)
	$(BIN)/python -m tests

# What needs neither a server nor Java, in a minute or two.
quick: .venv/installed
	$(BIN)/ruff check --quiet
	GRAPHLOAD_ENGINE_OPTIONS=-none-in-make-quick $(BIN)/pytest -q -n auto -m "not neo4j and not embedded and not slow"

# The tables by Spark against those of an export, and in Neo4j. Apart from `make test`, as pyspark is 450 MB.
spark: .venv/installed neo4j .neo4j/spark/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,spark]'
	$(BIN)/pytest -q tests/spark

lint: .venv/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/installed
	$(BIN)/python -m bench

# Loads and questions of 100,000 filings; takes some hours.
bench-large: .venv/installed
	$(BIN)/python -m bench --large

# The generated pages of docs/, and the site in site/.
docs: .venv/installed
	$(BIN)/python -m tests.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

neo4j: .neo4j/5.26/installed .neo4j/2026/installed

# Both servers in the foreground, until Ctrl-C.
serve-neo4j: .venv/installed neo4j
	$(BIN)/python -m tests.servers

build: .venv/installed
	$(BIN)/python -m build

# What is built, as PyPI would show it, installed on the oldest and the newest Python that this machine has.
release-check: .venv/installed
	$(BIN)/python -m tests.release

clean:
	rm -rf .venv .neo4j dist

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.neo4j/spark/installed: tests/spark/pom.xml Makefile
	rm -rf $(@D)
	mvn --quiet --batch-mode --file $< dependency:copy-dependencies -DoutputDirectory=$(CURDIR)/$(@D)
	touch $@

.neo4j/%/installed: tests/neo4j/pom.xml Makefile
	rm -rf $(@D)
	mvn --quiet --batch-mode --file $< dependency:copy-dependencies \
	    -Dneo4j.version=$(NEO4J_$*) -DoutputDirectory=$(CURDIR)/$(@D)
	touch $@
