"""The examples in C++ print what they should; the server answers over the loopback, many connections at once and bad input too."""

import csv
import http.client
import json
import os
import subprocess
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILT = Path(os.environ["CHISO_EXAMPLES_BUILT"])


def printed(name, *arguments, stdin=None):
    run = subprocess.run([BUILT / f"example_{name}", *arguments], cwd=ROOT, input=stdin, capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return run.stdout


MODEL_IN_CODE = """\
1 An Bình 99.65
3 Bình Minh 0
2 Châu Thành 82.5
An Bình, promptness: 6.97 points
An Bình, portal: 3.00 points
the evidence cannot be scored: 2 problems
  error: row 1 (counted from 0), online: found perhaps, expected yes or no (true/false, có/không, 1/0); blank if it was not supplied, not_app\
licable (không áp dụng) if the unit has no such task [cell.yes_no]
  error: row 2 (counted from 0), on_time: found 90.5, expected a whole number of at least 0 [cell.decimals]
"""
RECORDS = """\
Quảng Ninh 73.04
Hải Phòng 70.61
Đồng Tháp 70.52
4:1: error: /time: found no column time, expected a column for every measure of the model [column.absent]
4:91: error: /tmie: found tmie, expected unit, block, period, track, ranked or a measure of the model (did you mean time\
?) [column.unknown]
4:46: error: /entry: found 69.4, expected a number with at most 2 decimals from 0 to 10 [cell.max]
4:60: error: /land: found seven, expected a number with at most 2 decimals from 0 to 10; blank if it was not supplied, n\
ot_applicable (không áp dụng) if the unit has no such task [cell.number]
Hải Phòng 67.00 (incomplete)
Vĩnh Phúc 69.70
"""


def test_a_model_in_code():
    assert printed("model_in_code") == MODEL_IN_CODE


def test_a_stream_of_records():
    records = (ROOT / "examples" / "data" / "pci_2021_records.jsonl").read_text(encoding="utf-8")
    assert printed("records", "examples/models/pci_2021.json", stdin=records) == RECORDS


def test_a_published_index_beside_its_figures():
    lines = printed("pci_2021").splitlines()
    assert lines[:3] == [
        "rank index published rank class      province",
        "   1 73.04     73.02    1 very_good  Quảng Ninh",
        "   2 70.61     70.61    2 good       Hải Phòng",
    ]
    assert len(lines) == 22


def values_of(cells):
    """The cells of a row as values of JSON: what is blank is left out, numbers and truths are typed."""
    for name, cell in cells.items():
        if cell in ("có", "không"):
            yield name, cell == "có"
        elif cell.replace(",", "", 1).isdigit():
            yield name, float(cell.replace(",", ".")) if "," in cell else int(cell)
        elif cell:
            yield name, cell


with (ROOT / "examples" / "data" / "communes.csv").open(encoding="utf-8") as file:
    ROWS = [dict(values_of(row)) for row in csv.DictReader(file, delimiter=";")]
RECORD = next(row for row in ROWS if (row["unit"], row["period"], row["track"]) == ("Xã Mẫu 01", 2024, "appraised"))


@pytest.fixture(scope="module")
def port():
    command = [BUILT / "example_server", "examples/models/commune_reform_index.json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        address = server.stdout.readline()
        assert address.startswith("http://127.0.0.1:") and address.endswith("/score\n")
        yield int(address.removesuffix("/score\n").rpartition(":")[2])
        assert server.poll() is None, "the server has ended"
        server.terminate()


def post(connection, body, path="/score", **headers):
    connection.request("POST", path, body if isinstance(body, bytes) else json.dumps(body).encode(), headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def ask(port, body, path="/score", **headers):
    status, text = post(http.client.HTTPConnection("127.0.0.1", port, timeout=60), body, path, **headers)
    return status, json.loads(text)


def test_a_record_comes_back_as_its_scorecard(port):
    status, card = ask(port, RECORD | {"track": "final"})
    assert status == 200
    assert [(row["unit"], row["index"], row["class"]) for row in card["scores"]] == [("Xã Mẫu 01", 97.44, "good")]
    on_time = next(row for row in card["criteria"] if row["node"] == "on_time")
    assert (on_time["points"], on_time["applicable"], on_time["state"]) == (4, 4, "scored")
    assert on_time["reason"].startswith("tier 1")


def test_a_list_of_records_is_scored_as_the_table_is(port):
    """Shares of the best of a block, fallback and previous periods are those of all records of the request."""
    status, card = ask(port, ROWS)
    final = [row for row in card["scores"] if (row["block"], row["period"], row["track"]) == ("communes", "2024", "final")]
    assert status == 200
    assert [(row["rank"], row["unit"], row["index"], row["class"]) for row in final[:3]] == [
        (1, "Xã Mẫu 01", 97.15, "good"),
        (2, "Xã Mẫu 04", 94.34, "average"),
        (3, "Xã Mẫu 14", 92.56, "good"),
    ]


BAD = {"unit": "A", "plan": "on time", "tasks_done": -1, "news": True, "ranked": "perhaps"}


def test_a_bad_record_is_answered_by_all_its_problems(port):
    status, answer = ask(port, BAD)
    assert status == 422 and answer["total"] == 4
    assert [(problem["code"], problem["pointer"], problem["line"]) for problem in answer["problems"]] == [
        ("column.unknown", "/news", 1),
        ("cell.option", "/plan", 1),
        ("cell.min", "/tasks_done", 1),
        ("cell.yes_no", "/ranked", 1),
    ]
    assert answer["problems"][1]["found"] == "on time" and answer["problems"][1]["hint"] == "on_time"


@pytest.mark.parametrize(
    "path, header, words",
    [
        ("/score", "en-GB,en;q=0.9,vi;q=0.8", "yes or no"),
        ("/score", "vi-VN,vi;q=0.9,en;q=0.8", "'có' hoặc 'không'"),
        ("/score?lang=vi", "en", "'có' hoặc 'không'"),
        ("/score", "", "yes or no"),
    ],
)
def test_problems_are_in_the_language_of_the_request(port, path, header, words):
    problems = ask(port, BAD, path, **{"Accept-Language": header})[1]["problems"]
    assert problems[-1]["expected"].startswith(words)


def test_a_text_that_is_not_json_is_another_fault_than_a_bad_record(port):
    for body in (b'{"unit": "A",', b"", b"\xff\xfe{", b'{"unit": nil}'):
        status, answer = ask(port, body)
        assert status == 400 and answer["problems"][0]["code"].startswith("json."), body
    assert ask(port, ["A"])[0] == ask(port, {})[0] == ask(port, [])[0] == 422


def test_other_paths_are_not_found(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    assert post(connection, RECORD, "/scores")[0] == 404
    connection.request("GET", "/score")
    assert connection.getresponse().status == 404


def test_no_request_of_many_connections_is_lost(port):
    connections, total = 16, 500 if os.environ.get("CHISO_SANITIZED") else 10_000
    before = RECORD | {"track": "final"}
    variants = [before, before | {"plan": "late"}, before | {"plan": "none"}, {"unit": "A", "plan": 7}]
    bodies = [json.dumps(variant).encode() for variant in variants]
    wanted = [post(http.client.HTTPConnection("127.0.0.1", port, timeout=60), body) for body in bodies]
    assert [status for status, _ in wanted] == [200, 200, 200, 422] and len(set(wanted)) == len(wanted)
    good, faults = [0] * connections, []

    def work(worker):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.connect()
            connection.auto_open = False  # one connection for all: a server that closes it loses the next request
            for i in range(worker, total, connections):
                assert post(connection, bodies[i % len(bodies)]) == wanted[i % len(wanted)]
                good[worker] += 1
        except Exception as fault:  # whatever it is, a request was lost
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults and sum(good) == total
