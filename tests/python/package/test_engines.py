"""Scores on engines that hold a table in partitions are those of a single process. Spark needs a Java runtime."""

import random
import subprocess
import sys
import unicodedata

import chiso
import polars as pl
import pyarrow as pa
import pytest
from tables_in_parts import MODELS, rows_of, table_of

PARTITIONS = [1, 2, 3, 7]


def on_spark(test):
    """Ignores the warnings of Spark itself, which do not concern chiso."""
    return pytest.mark.filterwarnings("default")(test)


def shuffled(table, seed):
    """The table in Arrow, with its rows in another order."""
    whole = pa.table(table)
    order = list(range(whole.num_rows))
    random.Random(seed).shuffle(order)
    return whole.take(order)


def rows_in_one_process(model, table, exact=True):
    return sorted(rows_of(model.score(table).frame(exact=exact, kind="pyarrow")))


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("partitions", PARTITIONS)
@on_spark
def test_spark_scores_in_parts_as_the_whole(spark, name, partitions):
    from chiso.integrations.spark import score

    model, table = MODELS[name], table_of(MODELS[name])
    frame = spark.createDataFrame(shuffled(table, partitions)).repartition(partitions)
    scored = score(frame, model, partitions=partitions, exact=True)
    assert scored.rdd.getNumPartitions() == partitions
    assert sorted(rows_of(scored.toArrow())) == rows_in_one_process(model, table)


@on_spark
def test_bad_cells_of_a_partition_are_raised_by_the_driver(spark):
    from chiso.integrations.spark import score

    model, table = MODELS["looks back"], table_of(MODELS["looks back"], units=4)
    name = list(model.measures)[0]
    data = {column: list(values) for column, values in table.items()} | {name: ["?"] * len(table["unit"])}
    data = pa.table({column: values if column == name else pa.array(values) for column, values in data.items()})
    with pytest.raises(chiso.EvidenceError) as error:
        score(spark.createDataFrame(data), model)
    assert error.value.problems[0].found == "?" and "Traceback" not in str(error.value)


@on_spark
def test_spark_keeps_its_own_partitions(spark):
    """With its own partitions, another name of the units and options of evidence; also with more partitions than units."""
    from chiso.integrations.spark import score

    model, table = MODELS["looks back"], table_of(MODELS["looks back"], units=4)
    data = shuffled(table, 1).append_column("more", pa.array(["?"] * len(table["unit"])))
    frame = spark.createDataFrame(data).withColumnRenamed("unit", "Đơn `vị")
    scored = score(frame, model, unit="Đơn `vị", unknown="ignore")
    assert scored.columns == list(model.score(table).frame(kind="dict"))
    assert sorted(rows_of(scored.toArrow())) == rows_in_one_process(model, table, exact=False)
    assert score(frame.limit(0), model, unit="Đơn `vị", unknown="ignore").count() == 0
    with pytest.raises(chiso.ShapeError, match="no column 'unit' of units among"):
        score(frame, model)
    with pytest.raises(Exception, match=r"/columns/more: .*\[column.unknown\]"):
        score(frame, model, unit="Đơn `vị").count()


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("partitions", PARTITIONS)
def test_duckdb_scores_in_parts_as_the_whole(name, partitions):
    import duckdb
    from chiso.integrations.duckdb import score

    model, table = MODELS[name], table_of(MODELS[name])
    with duckdb.connect() as connection:
        scored = score(connection.from_arrow(shuffled(table, partitions)), model, parts=partitions, exact=True)
        assert sorted(rows_of(scored.to_arrow_table())) == rows_in_one_process(model, table)
        first = scored.filter("rank = 1 and track = 'final'").project("unit, rank")
        assert first.columns == ["unit", "rank"] and first.limit(1).fetchall()[0][1] == 1
        connection.register("scores", scored)
        assert connection.sql("select count(*) from scores").fetchall() == [(scored.shape[0],)]


def test_duckdb_scores_a_query():
    import duckdb
    from chiso.integrations.duckdb import score

    model, table = MODELS["looks back"], pa.table(table_of(MODELS["looks back"]))
    with duckdb.connect() as connection:
        connection.register("evidence", table)
        relation = connection.sql("""select unit as "Đơn ""vị", * exclude unit from evidence""")
        scored = score(relation, model, unit='Đơn "vị', parts=3, exact=True)
        assert sorted(rows_of(scored.to_arrow_table())) == rows_in_one_process(model, table)


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("partitions", PARTITIONS)
def test_polars_scores_in_parts_as_the_whole(name, partitions):
    from chiso.integrations.polars import score

    model, table = MODELS[name], table_of(MODELS[name])
    data = pl.DataFrame(shuffled(table, partitions))
    size = -(-data.height // partitions)
    lazy = pl.concat([data.slice(start, size).lazy() for start in range(0, data.height, size)])
    scored = score(lazy, model, exact=True)
    collected = scored.collect()
    assert scored.collect_schema() == collected.schema
    assert sorted(rows_of(collected.to_arrow())) == rows_in_one_process(model, table)
    assert scored.collect(engine="streaming").sort(pl.all()).equals(collected.sort(pl.all()))


def test_polars_scores_all_rows_whatever_is_selected():
    from chiso.integrations.polars import score

    model, table = MODELS["share of ranks"], table_of(MODELS["share of ranks"])
    scored = score(pl.LazyFrame(table).rename({"unit": "Đơn vị"}), model, unit="Đơn vị")
    whole = scored.collect()
    second = pl.col("rank") == 2
    assert scored.filter(second).select("unit", "class").collect().rows() == whole.filter(second).select("unit", "class").rows()
    assert scored.head(3).collect().equals(whole.head(3))
    assert whole.columns == list(model.score(table).frame(kind="dict"))


BESIDE_NAMES = ["\t", "\n", "\r", "\x85", "\xa0", "\u2003", "\u3000", " "]


def padded():
    """A table that writes a unit differently in each period; cells are read as the same unit."""
    names = [f"Xã Mẫu {unit}" for unit in range(20)]
    again = [unicodedata.normalize("NFD", BESIDE_NAMES[place % 8] + name + BESIDE_NAMES[place % 7]) for place, name in enumerate(names)]
    return {"unit": names + again, "period": ["2023"] * 20 + ["2024"] * 20, "x": [float(x) for x in range(40)], "y": [1.0] * 40}


@pytest.mark.parametrize("partitions", [2, 7])
@on_spark
def test_spark_keeps_units_together_however_they_are_written(spark, partitions):
    from chiso.integrations.spark import score

    model = chiso.Draft.from_dict(MODELS["looks back"].to_dict() | {"tracks": [{"id": "final"}], "fallback": {}}).build()
    scored = score(spark.createDataFrame(shuffled(padded(), 5)), model, partitions=partitions, exact=True)
    assert sorted(rows_of(scored.toArrow())) == rows_in_one_process(model, padded())


@pytest.mark.parametrize("parts", [2, 7])
def test_duckdb_keeps_units_together_however_they_are_written(parts):
    import duckdb
    from chiso.integrations.duckdb import score

    model = chiso.Draft.from_dict(MODELS["looks back"].to_dict() | {"tracks": [{"id": "final"}], "fallback": {}}).build()
    with duckdb.connect() as connection:
        relation = connection.from_arrow(pa.table(padded()).rename_columns(["name", "period", "x", "y"]))
        scored = score(relation, model, parts=parts, exact=True, rename={"name": "unit"})
        assert sorted(rows_of(scored.to_arrow_table())) == rows_in_one_process(model, padded())


def test_duckdb_leaves_tables_of_the_user_alone():
    import duckdb
    from chiso.integrations.duckdb import score

    model, table = MODELS["row by row"], pa.table(table_of(MODELS["row by row"]))
    with duckdb.connect() as connection:
        connection.execute("create table chiso_scores as select 1 a; create table scored as select 1 a; create table own as select 1 a")
        scored = score(connection.from_arrow(table), model)
        assert scored.columns[0] == "unit" and scored.shape[0] == table.num_rows
        with pytest.raises(ValueError, match="at least 1 part, not 0"):
            score(connection.from_arrow(table), model, parts=0)
        with pytest.raises(chiso.ShapeError, match="no column 'ward' of units"):
            score(connection.from_arrow(table), model, unit="ward", parts=2)


def test_polars_scores_an_eager_frame():
    model, table = MODELS["row by row"], pl.DataFrame(table_of(MODELS["row by row"]))
    assert chiso.integrations.polars.score(table, model).collect().height == table.height


def test_adapters_are_short():
    from conftest import ROOT

    for engine in chiso.integrations.__all__:
        assert len((ROOT / f"bindings/chiso/integrations/{engine}.py").read_text(encoding="utf-8").splitlines()) <= 70


def test_importing_chiso_imports_no_engine():
    code = "import sys, chiso, chiso.integrations; print({'polars', 'duckdb', 'pyspark', 'pyarrow'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
