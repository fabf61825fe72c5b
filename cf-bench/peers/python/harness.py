"""What every Python peer uses: the ratings, the clock, and the lines that run reads.

Timing.java has the same rule of timing. The first time is kept apart. Where it is short, half of
the seconds go to warming up, which is not timed; then the work is repeated until the seconds are
over, at least three times. Work that alone takes twice the seconds is not repeated.
"""

import json
import struct
import time
from pathlib import Path

import numpy as np

FEWEST = 3


class Ratings:
    """The ratings by user, compressed, as Export.java wrote them."""

    def __init__(self, folder):
        with open(Path(folder) / "ratings.bin", "rb") as file:
            self.users, self.movies, size = struct.unpack("<iii", file.read(12))
            self.start = np.fromfile(file, "<i4", self.users + 1)
            self.movie = np.fromfile(file, "<i4", size)
            self.rating = np.fromfile(file, "<f4", size)

    def csr(self):
        from scipy.sparse import csr_matrix

        parts = (self.rating, self.movie, self.start)
        return csr_matrix(parts, shape=(self.users, self.movies))

    def unit_rows(self):
        """The rows at length 1, sparse, float32."""
        matrix = self.csr()
        length = np.sqrt(matrix.multiply(matrix).sum(axis=1).A1.astype(np.float64))
        matrix.data /= np.repeat(length, np.diff(matrix.indptr)).astype(np.float32)
        return matrix


class Sample:
    """Users, and candidates for each, the same for every peer."""

    def __init__(self, folder):
        with open(Path(folder) / "sample.bin", "rb") as file:
            users, candidates = struct.unpack("<ii", file.read(8))
            self.users = np.fromfile(file, "<i4", users)
            self.candidates = np.fromfile(file, "<i4", users * candidates).reshape(users, candidates)


def _seconds(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


class Reporter:
    """Times a peer's cases and prints a JSON line for each."""

    def __init__(self, peer, threads, seconds):
        self.peer, self.threads, self.seconds = peer, threads, seconds

    def repeat(self, case, library, work, **more):
        """Times work that answers a whole question; returns its last answer."""
        first, result = _seconds(work)
        taken = []
        if first >= 2 * self.seconds:
            taken.append(first)
        else:
            spent = first
            while spent < self.seconds / 2:
                spent += _seconds(work)[0]
            while sum(taken) < self.seconds or len(taken) < FEWEST:
                elapsed, result = _seconds(work)
                taken.append(elapsed)
        self._print(case, library, first, taken, more)
        return result

    def each(self, case, library, count, work, **more):
        """Times `work(i)` for one i below count after another, around as often as there is time."""
        first = _seconds(lambda: work(0))[0]
        spent, i = first, 1
        while spent < self.seconds / 2:
            spent += _seconds(lambda: work(i % count))[0]
            i += 1
        taken, spent, i = [], 0, 0
        while spent < self.seconds or len(taken) < FEWEST:
            elapsed = _seconds(lambda: work(i % count))[0]
            taken.append(elapsed)
            spent += elapsed
            i += 1
        p99 = float(np.percentile(taken, 99, method="higher"))
        self._print(case, library, first, taken, {"p99_s": p99, **more})

    def _print(self, case, library, first, taken, more):
        record = {
            "peer": self.peer,
            "library": library,
            "case": case,
            "threads": self.threads,
            "first_s": first,
            "median_s": float(np.median(taken)),
            "min_s": min(taken),
            "runs": len(taken),
            **more,
        }
        print(json.dumps(record), flush=True)


def without_itself(ids, similarities, k):
    """Leaves each row's own user out of the k + 1 nearest, or the last where it is not there."""
    drop = ids == np.arange(len(ids))[:, np.newaxis]
    drop[~drop.any(axis=1), k] = True
    return ids[~drop].reshape(-1, k), similarities[~drop].reshape(-1, k)


def write_neighbors(path, ids, similarities):
    with open(path, "wb") as file:
        file.write(struct.pack("<ii", *ids.shape))
        np.ascontiguousarray(ids, dtype="<i4").tofile(file)
        np.ascontiguousarray(similarities, dtype="<f8").tofile(file)
