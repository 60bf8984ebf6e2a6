"""Answers as text for other programs."""

import csv
import io
import json
from datetime import date, datetime

from graphload.formats import csv_lines, json_array, json_lines

COLUMNS = ("text", "number", "whole", "day", "flag", "list", "map", "none")
ROW = (
    'say "a, b"\n',
    0.1,
    3.0,
    date(2024, 2, 29),
    True,
    ["a", "b"],
    {"at": datetime(2024, 2, 29, 9, 30), "n": [1]},
    None,
)


def test_json_keeps_types() -> None:
    (row,) = json.loads("".join(json_array(COLUMNS, [ROW])))
    assert list(row) == list(COLUMNS)
    assert row == {
        "text": 'say "a, b"\n', "number": 0.1, "whole": 3.0, "day": "2024-02-29", "flag": True, "list": ["a", "b"],
        "map": {"at": "2024-02-29T09:30:00", "n": [1]}, "none": None,
    }  # fmt: skip


def test_json_never_says_nan() -> None:
    assert list(json_lines(("n",), [(float("nan"),), ([float("-inf")],)])) == ['{"n": null}\n', '{"n": [null]}\n']


def test_a_json_array_is_whole_with_any_number_of_rows() -> None:
    for rows in ([], [(1,)], [(1,), (2,)]):
        assert json.loads("".join(json_array(("n",), rows))) == [{"n": n} for (n,) in rows]


def test_csv_is_read_back() -> None:
    header, row = csv.reader(io.StringIO("".join(csv_lines(COLUMNS, [ROW]))))
    assert header == list(COLUMNS)
    nested = '{"at": "2024-02-29T09:30:00", "n": [1]}'
    assert row == ['say "a, b"\n', "0.1", "3.0", "2024-02-29", "true", "a; b", nested, ""]
