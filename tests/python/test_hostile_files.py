"""Files of 8 MiB that were made to be slow or large cost at most 15 s of processor time and 256 MiB, read as a library does and checked
as the command line does."""

import os
import subprocess

import hostile_files
import pytest

# Sanitizers track every byte: with them the files are read for what the sanitizers find, and the limits only make sure that it ends.
MOST_SECONDS, MOST_MIB = (120, 8192) if os.environ.get("CHISO_SANITIZED") else (15, 256)


def cost(folder, *arguments):
    """Runs the program with its output in files; returns (exit code, seconds, MiB, the end of the standard error)."""
    program = os.environ.get("CHISO_CLI")
    assert program, "CHISO_CLI is not set: give the path of the program"
    with open(folder / "out", "wb") as out, open(folder / "err", "w+b") as err:
        # It runs through a shell, so that the memory of this process is not counted: a child begins with its parent's peak.
        child = subprocess.Popen(
            ["/bin/sh", "-c", '"$@"; echo $? >"$0"', folder / "exit", program, *arguments],
            stdout=out,
            stderr=err,
            env=os.environ | {"CHISO_LANG": "en"},
        )
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0
        err.seek(max(0, err.tell() - 300))
        return (
            int((folder / "exit").read_text()),
            used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024,
            err.read().decode("utf-8", "replace"),
        )


def check_cost(folder, *arguments):
    code, seconds, mebibytes, complaint = cost(folder, *arguments)
    assert code in (0, 1), f"exit code {code}\n{complaint}"
    assert "bad_alloc" not in complaint
    assert seconds <= MOST_SECONDS and mebibytes <= MOST_MIB, f"{seconds:.1f} s, {mebibytes:.0f} MiB\n{complaint}"
    return complaint


def write(path, text):
    content = text if isinstance(text, bytes) else text.encode()
    assert len(content) <= hostile_files.MOST
    path.write_bytes(content)


@pytest.mark.parametrize("name", hostile_files.MODELS)
def test_hostile_models_take_bounded_time_and_memory(name, tmp_path):
    write(tmp_path / "model.json", hostile_files.MODELS[name]())
    (tmp_path / "table.csv").write_text("unit\n")
    check_cost(tmp_path, "check", tmp_path / "model.json")
    check_cost(tmp_path, "score", tmp_path / "model.json", tmp_path / "table.csv")


@pytest.mark.parametrize("name", hostile_files.TABLES)
def test_hostile_tables_take_bounded_time_and_memory(name, tmp_path):
    write(tmp_path / "model.json", hostile_files.SMALL)
    write(tmp_path / "table.csv", hostile_files.TABLES[name]())
    check_cost(tmp_path, "check", tmp_path / "model.json", tmp_path / "table.csv")


def test_short_rows_of_a_wide_table_are_bounded(tmp_path):
    columns = [f"m{i}" for i in range(300)]
    measures = ",".join(f'"{name}":{{"type":"count"}}' for name in columns)
    write(
        tmp_path / "model.json",
        f'{{"chiso":1,"id":"m","measures":{{"t":{{"type":"yes_no"}},{measures}}},"criteria":[{hostile_files.LEAF}]}}',
    )
    write(tmp_path / "table.csv", hostile_files.filled("unit,t," + ",".join(columns) + "\n", "1", "", "\n"))
    complaint = check_cost(tmp_path, "check", tmp_path / "model.json", tmp_path / "table.csv")
    lines = (tmp_path / "table.csv").read_text().count("\n")
    assert f"{lines + 1} errors" in complaint  # each row is counted, and one error says that there are too many to keep


def test_blank_rows_of_a_wide_table_are_accepted(tmp_path):
    columns = [f"m{i}" for i in range(200)]
    measures = ",".join(f'"{name}":{{"type":"yes_no"}}' for name in columns)
    write(
        tmp_path / "model.json",
        f'{{"chiso":1,"id":"m","measures":{{"t":{{"type":"yes_no"}},{measures}}},"criteria":[{hostile_files.LEAF}]}}',
    )
    row = "u" + ",1" * 201 + "\n"
    write(tmp_path / "table.csv", "unit,t," + ",".join(columns) + "\n" + row + " \n" * 6000)
    assert "error" not in check_cost(tmp_path, "check", tmp_path / "model.json", tmp_path / "table.csv")


def test_companions_of_many_measures_are_bounded(tmp_path):
    columns = [hostile_files.name(i) for i in range(49_000)]
    measures = ",".join(f'"{name}":{{"type":"count"}}' for name in columns)
    write(
        tmp_path / "model.json",
        f'{{"chiso":1,"id":"m","measures":{{"t":{{"type":"yes_no"}},{measures}}},"criteria":[{hostile_files.LEAF}]}}',
    )
    write(
        tmp_path / "table.csv",
        "unit,t," + ",".join(f"{name},{name}.not_applicable" for name in columns) + "\nu,1" + ",1,no" * len(columns) + "\n",
    )
    assert "error" not in check_cost(tmp_path, "check", tmp_path / "model.json", tmp_path / "table.csv")


def test_labels_instead_of_many_options_are_bounded(tmp_path):
    options = ",".join(f'{{"id":"o{i}","label":"Label {i}"}}' for i in range(100_000))
    write(
        tmp_path / "model.json",
        '{"chiso":1,"id":"m","measures":{"t":{"type":"yes_no"},"p":{"type":"choice","options":[' + options + "]}},"
        f'"criteria":[{hostile_files.LEAF}]}}',
    )
    write(tmp_path / "table.csv", "unit,t,p\n" + "".join(f"u{i},1,Label {99_999 - i}\n" for i in range(2000)))
    complaint = check_cost(tmp_path, "check", tmp_path / "model.json", tmp_path / "table.csv")
    assert "2000 errors" in complaint and "did you mean o99999?" in (tmp_path / "err").read_text(encoding="utf-8")


def test_a_newer_format_is_reported_whatever_the_file_contains(tmp_path):
    keys = ",".join(f'"k{i}":1' for i in range(100_500))
    write(
        tmp_path / "model.json",
        '{"chiso":99,"id":"m","measures":{"t":{"type":"yes_no",' + keys + '}},"criteria":[' + hostile_files.LEAF + "]}",
    )
    complaint = check_cost(tmp_path, "check", tmp_path / "model.json")
    assert "[format.newer]" in complaint and "1 error, 0 warnings" in complaint


def test_problems_that_are_not_listed_are_counted(tmp_path):
    write(tmp_path / "model.json", hostile_files.MODELS["keys_unknown"]())
    written = (tmp_path / "model.json").read_text().count(":1")
    # Each key is a problem, and so are the four absent members.
    complaint = check_cost(tmp_path, "check", tmp_path / "model.json")
    assert complaint.endswith(f"{written + 4} errors, 0 warnings\n")
    assert f"and {written + 4 - 1000} more of {written + 4}" in complaint


def test_the_limits_of_these_tests_are_enforced(tmp_path):
    greedy = tmp_path / "greedy"
    greedy.write_text("#!/bin/sh\nexec python3 -c \"b = bytearray(b'x') * (300 << 20)\"\n")
    greedy.chmod(0o755)
    before = os.environ["CHISO_CLI"]
    os.environ["CHISO_CLI"] = str(greedy)
    try:
        assert cost(tmp_path)[2] > 256  # MiB
    finally:
        os.environ["CHISO_CLI"] = before
