"""Whether two lists of nearest neighbors answer the same question in the same way.

Libraries round differently and break ties differently, so equal ids are not to be expected where
similarities are equal. What must hold, per row, with a tolerance t:

- rank by rank, the two similarities differ by at most t;
- a neighbor that both have, has the same similarity in both, up to t;
- a neighbor that only one has, ties with the last one: its similarity exceeds it by at most t.
"""

import struct
import sys
from array import array
from dataclasses import dataclass, field

TOLERANCE = 1e-5
EXAMPLES = 3


@dataclass
class Neighbors:
    """The neighbors of every row, row after row: `ids` is -1 where a row has fewer than k."""

    rows: int
    k: int
    ids: array
    similarities: array

    def row(self, row):
        part = slice(row * self.k, (row + 1) * self.k)
        return list(zip(self.ids[part], self.similarities[part]))


@dataclass
class Agreement:
    rows: int
    worst: float = 0.0
    other_ids: int = 0
    bad_rows: int = 0
    examples: list = field(default_factory=list)

    @property
    def agrees(self):
        return self.bad_rows == 0

    def text(self):
        if not self.agrees:
            return f"NO: {self.bad_rows} of {self.rows} users differ"
        ties = f", {self.other_ids} other ids at ties" if self.other_ids else ""
        return f"yes, within {self.worst:.0e}{ties}"


def read(path):
    """A file of int32 rows, k, then rows * k ids, then as many doubles; little-endian."""
    with open(path, "rb") as file:
        rows, k = struct.unpack("<ii", file.read(8))
        ids, similarities = array("i"), array("d")
        ids.frombytes(file.read(4 * rows * k))
        similarities.frombytes(file.read(8 * rows * k))
    if sys.byteorder == "big":
        ids.byteswap()
        similarities.byteswap()
    if len(ids) != rows * k or len(similarities) != rows * k:
        raise ValueError(f"{path} is cut short")
    return Neighbors(rows, k, ids, similarities)


def check(ours, theirs, tolerance=TOLERANCE):
    if (ours.rows, ours.k) != (theirs.rows, theirs.k):
        shapes = f"{theirs.rows} rows of {theirs.k} instead of {ours.rows} of {ours.k}"
        return Agreement(ours.rows, bad_rows=ours.rows, examples=[shapes])
    result = Agreement(ours.rows)
    for row in range(ours.rows):
        complaint = _check_row(row, ours.row(row), theirs.row(row), tolerance, result)
        if complaint:
            result.bad_rows += 1
            if len(result.examples) < EXAMPLES:
                result.examples.append(f"row {row}: {complaint}")
    return result


def _check_row(row, ours, theirs, tolerance, result):
    known = dict(ours)
    seen = dict(theirs)
    if row in seen:
        return "a user is its own neighbor"
    if len(seen) < len(theirs) or -1 in seen:
        return "a neighbor is missing or there twice"
    for rank, ((_, a), (_, b)) in enumerate(zip(ours, theirs)):
        if not abs(a - b) <= tolerance:  # false for NaN as well
            return f"similarity {b:.7f} instead of {a:.7f} at rank {rank}"
        result.worst = max(result.worst, abs(a - b))
    last = ours[-1][1]
    for user, similarity in theirs:
        if user in known:
            if abs(known[user] - similarity) > tolerance:
                return f"user {user} has {similarity:.7f} instead of {known[user]:.7f}"
        elif similarity > last + tolerance:
            return f"user {user} with {similarity:.7f} is none of ours"
        else:
            result.other_ids += 1
    for user, similarity in ours:
        if user not in seen and similarity > last + tolerance:
            return f"user {user} with {similarity:.7f} was not found"
    return None
