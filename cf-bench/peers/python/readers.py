"""Libraries that read a ratings file: user, movie and rating as columns; the timestamp is skipped.

A reader of single-byte separators takes `::` as `:` with an empty column between.
"""


class Layout:
    """How the file is laid out, told from its first line."""

    def __init__(self, path):
        with open(path, encoding="latin-1") as file:
            first = file.readline()
        self.double = "::" in first
        self.separator = ":" if self.double else "," if "," in first else "\t"
        self.columns = [0, 2, 4] if self.double else [0, 1, 2]
        self.fields = len(first.split(self.separator))
        self.header = not first[0].isdigit()


def polars(path, layout):
    import polars as pl

    def read():
        return pl.read_csv(
            path,
            separator=layout.separator,
            has_header=layout.header,
            columns=layout.columns,
            schema_overrides=[pl.Int32, pl.Int32, pl.Float32] if not layout.double else None,
        )

    return f"Polars {pl.__version__}", read


def polars_matrix(path, layout):
    """The columns, then what makes a matrix of them, which is what ReelRecs' reading gives."""
    import numpy as np
    import polars as pl
    import scipy
    from scipy.sparse import csr_matrix

    _, read_columns = polars(path, layout)

    def read():
        user, movie, rating = (column.to_numpy() for column in read_columns())
        users, rows = np.unique(user, return_inverse=True)
        movies, columns = np.unique(movie, return_inverse=True)
        values = rating.astype(np.float32)
        return csr_matrix((values, (rows, columns)), shape=(len(users), len(movies)))

    return f"Polars {pl.__version__}, NumPy and SciPy {scipy.__version__}, to a matrix", read


def pandas_c(path, layout):
    import pandas as pd

    def read():
        return pd.read_csv(
            path,
            sep=layout.separator,
            engine="c",
            header=0 if layout.header else None,
            usecols=layout.columns,
        )

    return f"pandas {pd.__version__}, C parser", read


def pandas_python(path, layout):
    """The Python service's reading: the only parser of pandas that takes `::` as it is."""
    import pandas as pd

    from sklearn_service import read_ratings

    if not layout.double:
        return None
    return f"pandas {pd.__version__}, Python parser (the Python service)", lambda: read_ratings(path)


def pyarrow(path, layout):
    import pyarrow as pa
    from pyarrow import csv

    names = [f"c{i}" for i in range(layout.fields)]
    options = {
        "read_options": csv.ReadOptions(column_names=names, skip_rows=int(layout.header)),
        "parse_options": csv.ParseOptions(delimiter=layout.separator),
        "convert_options": csv.ConvertOptions(include_columns=[names[i] for i in layout.columns]),
    }
    return f"PyArrow {pa.__version__}", lambda: csv.read_csv(path, **options)


READERS = {
    "polars": polars,
    "polars-matrix": polars_matrix,
    "pyarrow": pyarrow,
    "pandas-c": pandas_c,
    "pandas-python": pandas_python,
}
