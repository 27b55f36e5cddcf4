"""The table by which both builds check that texts are composed equals the output of its script (tests/cpp/io compares it with utf8proc)."""

import re
import subprocess
import sys
import unicodedata

import pytest
from command_line import ROOT

TABLE = ROOT / "include" / "chiso" / "core" / "impl" / "composed_table.ipp"


def test_the_table_equals_the_output_of_its_script(tmp_path):
    text = TABLE.read_text(encoding="utf-8")
    version = re.search(r'unicode_version\[\] = "([0-9.]+)"', text)[1]
    if version != unicodedata.unidata_version:
        pytest.skip(f"the table is of Unicode {version}, Python knows {unicodedata.unidata_version}")
    subprocess.run([sys.executable, ROOT / "tests" / "generate_composed_table", tmp_path / "table"], check=True)
    assert (tmp_path / "table").read_text(encoding="utf-8") == text
