"""The examples in Python run without a warning, and print what they should."""

import subprocess
import sys

import pytest
from conftest import ROOT


def printed(name):
    run = [sys.executable, "-W", "error", ROOT / "examples" / "python" / name]
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout


EXPECTED = {
    "communes.py": """\
1 Xã Mẫu 01 97.15 good
2 Xã Mẫu 04 94.34 average
3 Xã Mẫu 14 92.56 good
4 Xã Mẫu 21 92.37 good
5 Xã Mẫu 08 91.45 good

Xã Mẫu 19: 75.72 %, rank 20 of 26. Where it lost most:
  citizens: 6.78 of 10.00 points, scored, value about 67.84 (citizens_a 34; citizens_b 23; citizens_c 12; citizens_d 5)
  villages: 1.00 of 3.00 points, scored, tier 3: from 50% to below 80%, value 75 (villages_standard 9; villages 12)
  plan_done: 1.50 of 3.00 points, scored, tier 2: from 70% to 90%, value 81.25 (tasks_done 26; tasks_planned 32)
""",
    "model_in_code.py": """\
1 An Bình 99.65
2 Châu Thành 82.5
3 Bình Minh 0.0
the evidence cannot be scored: 2 problems
  error: row 1 (counted from 0), online: found perhaps, expected yes or no (true/false, có/không, 1/0); blank if it was not supplied, not_applicable (không áp \
dụng) if the unit has no such task [cell.yes_no]
  error: row 2 (counted from 0), on_time: found 90.5, expected a whole number of at least 0 [cell.decimals]
""",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_examples_print_what_they_should(name):
    assert printed(name) == EXPECTED[name]


def test_every_example_is_run():
    assert {path.name for path in (ROOT / "examples" / "python").glob("*.py")} == set(EXPECTED)
