"""chiso.examples: the models and tables of the repository, from the package."""

import chiso
import chiso.examples
import pytest
from conftest import ROOT


@pytest.mark.filterwarnings("ignore:.*table.no_rows")  # an official without tasks
@pytest.mark.parametrize("name", chiso.examples.names())
def test_each_example_is_scored(name):
    model, evidence = chiso.examples.load(name, kind="dict")
    scores = model.score(evidence)
    assert scores.rows > 0 and isinstance(scores.frame(), dict)


def test_an_example_is_what_the_repository_has(model, evidence):
    assert chiso.examples.load("communes") == (model, evidence)


def test_every_model_and_table_is_there():
    files = [path.relative_to(ROOT / "examples") for path in (ROOT / "examples").glob("*/*") if path.suffix in (".csv", ".json", ".jsonl")]
    assert len(files) > 25
    for file in files:
        assert chiso.examples.path(str(file)).read_bytes() == (ROOT / "examples" / file).read_bytes()


def test_a_file_is_found_by_its_name_alone():
    assert chiso.examples.path("communes.csv") == chiso.examples.path("data/communes.csv")
    with pytest.raises(ValueError, match="one of council/.*, data/pci_2021.csv, .*, not 'pci.csv'"):
        chiso.examples.path("pci.csv")


def test_an_unknown_example_is_refused():
    with pytest.raises(ValueError, match="one of communes, pci_2021, .*, not 'pci'"):
        chiso.examples.load("pci")


def test_examples_are_written_where_snippets_read_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert chiso.examples.write().resolve() == tmp_path / "examples"
    assert chiso.load_model("examples/models/pci_2021.json").id == "pci-2021"
    (tmp_path / "examples/models/pci_2021.json").write_text("{}")  # a copy, not the file of the package
    assert chiso.load_model(chiso.examples.path("pci_2021.json")).id == "pci-2021"
    with pytest.raises(FileExistsError):
        chiso.examples.write()
