"""The compiled library takes kernels by what the processor has; each of them gives the same bits. A processor with less is played by qemu."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CASES = 50
HERE = Path(__file__).parent
# Without AVX2, and with it; the machine itself has that or AVX-512.
PROCESSORS = ["Nehalem", "Haswell"]


@pytest.fixture(scope="module")
def of_this_machine(tmp_path_factory):
    """The program, its cases and what it prints here."""
    programs = os.environ.get("CHISO_ORACLE_PROGRAMS", "").split(":")
    program = next(path for path in programs if path.endswith("chiso_oracle_compiled"))
    cases = tmp_path_factory.mktemp("kernels") / "oracle.cases"
    with open(cases, "wb") as out:
        subprocess.run([sys.executable, "-m", "oracle", "cases", "7", "0", str(CASES)], cwd=HERE, stdout=out, check=True)
    return program, cases, subprocess.run([program, cases], capture_output=True, check=True).stdout


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="other processors have one set of kernels")
@pytest.mark.parametrize("processor", PROCESSORS)
def test_kernels_of_other_processors_give_the_same(of_this_machine, processor):
    program, cases, printed = of_this_machine
    played = subprocess.run(["qemu-x86_64", "-cpu", processor, program, cases], capture_output=True, check=False)
    assert played.returncode == 0, played.stderr.decode()
    assert played.stdout == printed
