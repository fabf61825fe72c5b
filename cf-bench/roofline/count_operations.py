#!/usr/bin/env python3
"""Counts what a search of a MovieLens .dat file has to do, before any clock runs.

    count_operations.py ratings.dat

A lane operation is one posting (a rating) applied to the sums of all queries of a group at once;
a query column is a movie that some query of a group has rated. Walking columns, a group visits the
postings of its query columns; walking rows, all postings of the rows that it meets.
"""

import sys
from collections import Counter

LANES = (1, 16, 32, 64)


def groups(users, lanes):
    return (users[i : i + lanes] for i in range(0, len(users), lanes))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = {}
    with open(sys.argv[1], encoding="latin-1") as file:
        for line in file:
            user, movie = line.split("::")[:2]
            rows.setdefault(int(user), set()).add(int(movie))
    raters = Counter(movie for row in rows.values() for movie in row)
    print(f"{sum(raters.values()):,} ratings, {len(rows):,} users, {len(raters):,} movies")

    by_length = sorted(rows, key=lambda user: (len(rows[user]), user))
    for lanes in LANES:
        full = part = columns = by_rows = 0
        seen = Counter()
        met = 0
        for group in groups(by_length, lanes):
            for user in group:
                seen.update(rows[user])
                met += len(rows[user])
            by_rows += met
            union = set().union(*(rows[user] for user in group))
            columns += len(union)
            full += sum(raters[movie] for movie in union)
            part += sum(seen[movie] for movie in union)
        print(
            f"all users, {lanes:2} lanes: {full:11,} lane operations, {part:11,} against shorter"
            f" rows and the group itself (symmetry); {by_rows:,} of these walking rows;"
            f" {columns:,} query columns"
        )

    one = sorted(sum(raters[movie] for movie in row) for row in rows.values())
    print(
        f"one user: {sum(one) // len(one):,} postings in the mean, {one[len(one) // 2]:,} median,"
        f" {one[len(one) * 99 // 100]:,} at p99, {one[-1]:,} at most"
    )


if __name__ == "__main__":
    main()
