"""`python -m oracle MODEL.json TABLE.csv`: score one table; see README.md for the rest."""
import csv
import sys

from .model import read_model
from .results import result_lines


def main(arguments):
    model_path, table_path = arguments
    with open(model_path, encoding="utf-8") as file:
        model = read_model(file.read())
    with open(table_path, encoding="utf-8-sig", newline="") as file:
        columns, *table = csv.reader(file)
    print("\n".join(result_lines(model.id, model, columns, table)))


if __name__ == "__main__":
    main(sys.argv[1:])
