#!/usr/bin/env python3
"""Times the work of the Python scoring service, step by step, for comparison with ReelRecs.

The service keeps the ratings as a sparse user-by-movie matrix, asks scikit-learn's
NearestNeighbors (brute force, cosine) for a user's 20 nearest users, and scores a movie with the
similarity-weighted mean of the ratings that those of them gave who rated it.

usage: sklearn_service.py RATINGS.dat
needs: the packages of requirements.txt, as in the environment that run makes
prints: one line per step, median and 99th percentile over its repetitions
"""

import sys
import tempfile
import time
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy.sparse import csr_matrix
from sklearn.neighbors import NearestNeighbors

NEIGHBORS = 20
CANDIDATES = 200
SEED = 20261124


def read_ratings(path):
    return pd.read_csv(
        path,
        sep="::",
        engine="python",  # the only one of pandas' parsers that takes a separator of two characters
        names=["user", "movie", "rating", "timestamp"],
        encoding="latin-1",
    )


class Service:
    """What the service holds in memory, and what it does for a request."""

    def __init__(self, matrix, k=NEIGHBORS):
        self.matrix = matrix
        self.k = k
        self.search = NearestNeighbors(n_neighbors=k, metric="cosine", algorithm="brute")
        self.search.fit(self.matrix)

    @staticmethod
    def of(ratings):
        users, rows = np.unique(ratings.user, return_inverse=True)
        movies, columns = np.unique(ratings.movie, return_inverse=True)
        stars = ratings.rating.to_numpy(dtype=np.float32)
        return Service(csr_matrix((stars, (rows, columns)), shape=(len(users), len(movies))))

    def neighbors(self, user):
        # One more, because the user comes first in its own list.
        distances, rows = self.search.kneighbors(self.matrix[user], n_neighbors=self.k + 1)
        others = rows[0] != user
        return 1 - distances[0][others][: self.k], rows[0][others][: self.k]

    def neighbors_of_all(self):
        return self.search.kneighbors(self.matrix, n_neighbors=self.k + 1)

    def score(self, user, movies):
        """A predicted rating per movie, NaN where no neighbor rated it."""
        similarities, rows = self.neighbors(user)
        stars = self.matrix[rows][:, movies].toarray()
        weights = similarities[:, np.newaxis] * (stars > 0)
        total = weights.sum(axis=0)
        with np.errstate(invalid="ignore"):
            return (weights * stars).sum(axis=0) / total

    def score_one_by_one(self, user, movies):
        return [self.score(user, [movie])[0] for movie in movies]


def seconds(call):
    start = time.perf_counter()
    result = call()
    return time.perf_counter() - start, result


def report(step, times):
    def text(value):
        return f"{value:9.3f} s " if value >= 1 else f"{value * 1e3:9.3f} ms"

    p50, p99 = np.percentile(times, [50, 99], method="higher")
    print(f"{step:<42}{len(times):5d}   {text(p50)}   {text(p99)}", flush=True)


def repeat(step, times, call):
    taken = []
    result = None
    for i in range(times):
        elapsed, result = seconds(lambda: call(i))
        taken.append(elapsed)
    report(step, taken)
    return result


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    versions = (
        f"Python {sys.version.split()[0]}, scikit-learn {sklearn.__version__}, "
        f"SciPy {scipy.__version__}, NumPy {np.__version__}, pandas {pd.__version__}"
    )
    print(versions)
    print(f"{'step':<42}{'times':>5}   {'median':>12}{'p99':>15}")

    ratings = repeat("read the ratings file", 3, lambda _: read_ratings(sys.argv[1]))
    service = repeat("build the matrix and fit", 3, lambda _: Service.of(ratings))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "service.pkl"
        repeat("save (joblib)", 5, lambda _: joblib.dump(service, file))
        repeat("load (joblib)", 5, lambda _: joblib.load(file))

    rng = np.random.default_rng(SEED)
    users = rng.integers(service.matrix.shape[0], size=400)
    movies = rng.integers(service.matrix.shape[1], size=(400, CANDIDATES))
    service.score(users[0], movies[0])  # what is loaded at the first call is not timed
    repeat("neighbors of one user", 400, lambda i: service.neighbors(users[i]))
    repeat("score one movie", 400, lambda i: service.score(users[i], movies[i][:1]))
    repeat("score 200 movies, one search", 200, lambda i: service.score(users[i], movies[i]))
    repeat(
        "score 200 movies, a search each",
        5,
        lambda i: service.score_one_by_one(users[i], movies[i]),
    )
    repeat("neighbors of all users", 5, lambda _: service.neighbors_of_all())


if __name__ == "__main__":
    main()
