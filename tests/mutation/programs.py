"""Builds the programs of the mutated tree, and asks them which mutants they reach and which they notice."""

import hashlib
import os
import resource
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from candidates import NARROWING

MEMORY = 4 << 30  # bytes; a mutant that wants more has failed


def build(tree, folder):
    """The tests and the program that the oracle judges, of the compiled library; returns their paths."""
    # Not -O3, which the kernels are compiled with otherwise: most of the time would be its.
    flags = f"-O1 -DNDEBUG -w {NARROWING} -include {Path(__file__).with_name('switch.hpp')}"
    options = [
        "-DCMAKE_BUILD_TYPE=Debug",
        "-DCMAKE_CXX_FLAGS_DEBUG=",
        "-DCMAKE_CXX_COMPILER=clang++-14",
        f"-DCMAKE_CXX_FLAGS={flags}",
        "-DCHISO_WARNINGS_AS_ERRORS=OFF",
    ]
    options += ["-DCHISO_BUILD_CLI=OFF", "-DCHISO_BUILD_EXAMPLES=OFF"]
    subprocess.run(["cmake", "-S", tree, "-B", folder, "-G", "Ninja", *options], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", folder, "--target", "chiso_tests", "chiso_oracle_compiled"], check=True)
    return folder / "tests/chiso_tests", folder / "tests/chiso_oracle_compiled"


def run(command, seconds, output=subprocess.DEVNULL, **environment):
    """(exit code, standard output) of a command that takes so many seconds of the processor without a mutant. It may take several times that:
    then its code is that of the signal which ends it, as where it wants more memory than there is."""
    most = 3 + int(4 * seconds)

    def limits():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    everything = {**os.environ, **environment}
    try:
        done = subprocess.run(
            list(map(str, command)),
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=everything,
            timeout=60 + 20 * most,
            preexec_fn=limits,
            check=False,
        )
    except subprocess.TimeoutExpired:  # it waits for what does not come
        return -signal.SIGXCPU, b""
    return done.returncode, done.stdout or b""


@dataclass
class Reached:
    """What a test, or the cases of the oracle, took without a mutant, and how often it came by each mutant."""

    name: str
    seconds: float
    times: dict

    def beyond(self, start):
        """The same without what the program does as it starts, whatever it is then asked for."""
        times = {number: times - start.times.get(number, 0) for number, times in self.times.items()}
        return Reached(self.name, max(0.0, self.seconds - start.seconds), times)


def reached(name, command, folder, output=subprocess.DEVNULL):
    file = folder / f"{hashlib.sha256(name.encode()).hexdigest()}.reached"
    code, written = run(command, 600, output, CHISO_REACHED=str(file))
    if code != 0:
        raise SystemExit(f"{name} fails without a mutant ({code}): {' '.join(map(str, command))}")
    seconds, *lines = file.read_text().splitlines()
    file.unlink()
    return Reached(name, float(seconds), dict(map(int, line.split()) for line in lines)), written


def names_of_tests(tests):
    suite, names = "", []
    for line in run([tests, "--gtest_list_tests"], 60, subprocess.PIPE)[1].decode().splitlines():
        line = line.split("#")[0].rstrip()
        if line.startswith("  "):
            names.append(suite + line.strip())
        elif line.endswith("."):
            suite = line
    return names


def record(program, folder, pool):
    """What each test reaches beyond the start of the program; the quick tests first."""
    start = reached("start", [program, "--gtest_filter=-*"], folder)[0]
    made = lambda name: reached(name, [program, f"--gtest_filter={name}"], folder)[0].beyond(start)
    return sorted(pool.map(made, names_of_tests(program)), key=lambda one: one.seconds)


class Tests:
    """The tests, the quick ones first: most mutants fall there."""

    def __init__(self, program, recorded):
        self.program, self.all = program, recorded

    def batches(self, number):
        """Those that come by a mutant, in groups of about two seconds; no more than the quickest of five seconds in all. A mutant that the start
        comes by is one of every test: those that come by it themselves are tried first."""
        reaching = [one for one in self.all if number in one.times]
        batch, total = [], 0.0
        for one in sorted(reaching, key=lambda one: one.times[number] == 0):
            total += one.seconds
            if total > 5:
                break
            if batch and sum(each.seconds for each in batch) + one.seconds > 2:
                yield batch
                batch = []
            batch.append(one)
        if batch:
            yield batch

    def failing(self, number, batch):
        """The test of a batch that fails with a mutant on, or how the program ends; or nothing."""
        command = [self.program, "--gtest_fail_fast", "--gtest_filter=" + ":".join(one.name for one in batch)]
        code, written = run(command, sum(one.seconds for one in batch), subprocess.PIPE, CHISO_MUTANT=str(number))
        lines = written.decode("utf-8", "replace").splitlines()
        if code == 0:
            return None
        running = [line.split()[-1] for line in lines if line.startswith("[ RUN      ]")][-1:]
        how = "out of time" if code == -signal.SIGXCPU else "failed" if code == 1 else f"exit code {code}"
        return f"{how}: {' '.join(running)}"


class Oracle:
    """Random cases: the program must give with a mutant what it gives without one, which the oracle agrees with."""

    def __init__(self, program, root, folder, seed, cases):
        oracle = root / "tests/oracle"
        self.program, self.file = program, folder / "oracle.cases"
        for word, file in (("cases", self.file), ("expected", folder / "oracle.expected")):
            with open(file, "wb") as out:
                subprocess.run(["python3", "-m", "oracle", word, str(seed), "0", str(cases)], cwd=oracle, stdout=out, check=True)
        self.reached, self.results = reached("oracle", [program, self.file], folder, subprocess.PIPE)
        without_widths = self.results[: self.results.rindex(b"widths\t")]
        if without_widths != (folder / "oracle.expected").read_bytes():
            raise SystemExit("the program and the oracle differ without a mutant")

    def kills(self, number):
        if number not in self.reached.times:
            return False
        code, results = run([self.program, self.file], self.reached.seconds, subprocess.PIPE, CHISO_MUTANT=str(number))
        return code != 0 or results != self.results
