"""The benchmarks of reading still run: few rows, and no word of how long they took."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "bench"


@pytest.mark.parametrize("name", ["csv_bench.py", "workbook_bench.py"])
def test_a_benchmark_of_reading_runs(name):
    done = subprocess.run(
        [sys.executable, BENCHMARKS / name], env=os.environ | {"CHISO_BENCH_ROWS": "300"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "300 rows x 20" in done.stdout
