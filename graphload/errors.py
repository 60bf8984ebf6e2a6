"""What can go wrong, as a tree; the command line prints these and nothing else.

GraphloadError                 exit code 1
├── FilingError                a document that cannot be taken as a filing
├── FetchError                 a file that EDGAR does not give, or not as it should be
│   ├── AbsentError            a file that EDGAR does not have
│   └── UnavailableError       EDGAR itself, which cannot be reached or refuses to serve
├── StoreError                 a store that cannot be reached, read or written
└── UsageError                 exit code 2: the request itself is wrong
"""

from __future__ import annotations

from graphload.visible import MESSAGE, cut, visible


class GraphloadError(Exception):
    """The root of everything that graphload raises on purpose."""

    exit_code = 1


class FilingError(GraphloadError):
    """A document that is set aside: where it is, what is wrong with it, and the value that shows it."""

    def __init__(
        self, origin: str, what: str, *, line: int | None = None, element: str | None = None, value: str | None = None
    ) -> None:
        self.origin, self.what, self.line = origin, cut(what, MESSAGE), line
        # a load keeps all of its errors, and an element may be as long as a file
        self.element, self.value = element and cut(element), value and cut(value)
        super().__init__(origin, self.what)

    def __str__(self) -> str:
        """Return `origin: line N: element: what: 'value'`, less what is not known."""
        parts = [self.origin, f"line {self.line}" if self.line else None, self.element, self.what]
        if self.value is not None:
            parts.append(repr(self.value))
        return visible(": ".join(part for part in parts if part))


class FetchError(GraphloadError):
    """A file that was not fetched; `again`: another try may help, not before `after` seconds."""

    def __init__(self, address: str, what: str, *, again: bool = False, after: float | None = None) -> None:
        self.address, self.what, self.again, self.after = address, what, again, after
        super().__init__(address, what)

    def __str__(self) -> str:
        """Return `address: what`."""
        return visible(f"{self.address}: {cut(self.what, MESSAGE)}")


class AbsentError(FetchError):
    """A file that the server says it does not have."""


class UnavailableError(FetchError):
    """A server that cannot be reached or refuses to serve: nothing more is asked of it."""


class StoreError(GraphloadError):
    """A store that cannot be opened, reached, read or written; the message says what to do."""


class UsageError(GraphloadError):
    """A request that cannot be carried out as it was put: an unknown question, a parameter of the wrong type."""

    exit_code = 2
