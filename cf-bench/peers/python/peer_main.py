"""Times one Python peer and prints a JSON line per case. Called by run, which explains the lines.

Arguments: the peer, the folder that Export.java filled, k, threads, the cases separated by commas,
seconds per case, the file to write the neighbors to, and the ratings file.
"""

import sys
from pathlib import Path

import harness
from readers import READERS, Layout
from scorers import SCORERS
from searchers import SEARCHERS

# So many of the sample's requests are asked whether they were answered at all.
ANSWERS = 50


def search(reporter, peer, cases, folder, k, output):
    searcher = SEARCHERS[peer](harness.Ratings(folder), k, reporter.threads)
    if "search" in cases:
        result = reporter.repeat(
            "search", searcher.library, searcher.search, neighbors=output.name, **blas()
        )
        ids, similarities = searcher.lists(result)
        harness.write_neighbors(output, *harness.without_itself(ids, similarities, k))
    if "user" in cases and searcher.one is not None:
        users = harness.Sample(folder).users
        reporter.each(
            "user", searcher.library, len(users), lambda i: searcher.one(users[i]), **blas()
        )


def score(reporter, peer, folder, k):
    sample = harness.Sample(folder)
    for library, note, scorer in SCORERS[peer](harness.Ratings(folder), sample, k, reporter.threads):
        for candidates in (1, 200):
            movies = sample.candidates[:, :candidates]
            asked = [scorer(sample.users[i], movies[i]) for i in range(ANSWERS)]
            answered = sum(int((each > -1e30).sum()) for each in asked) / (ANSWERS * candidates)
            reporter.each(
                "score",
                library,
                len(sample.users),
                lambda i: scorer(sample.users[i], movies[i]),
                candidates=candidates,
                note=f"{note}; {answered:.0%} answered",
            )


def read(reporter, peer, path):
    reader = READERS[peer](path, Layout(path))
    if reader is not None:
        reporter.repeat("read", *reader)


def blas():
    """What the linear algebra underneath runs on, where one is loaded."""
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return {}
    pools = {
        f"{pool['internal_api']} {pool['version']} {pool.get('architecture', '')}".strip()
        for pool in threadpool_info()
        if pool["user_api"] == "blas"
    }
    return {"blas": ", ".join(sorted(pools))} if pools else {}


def main():
    peer, folder, k, threads, cases, seconds, output, ratings = sys.argv[1:]
    reporter = harness.Reporter(peer, int(threads), float(seconds))
    if peer in SEARCHERS:
        search(reporter, peer, cases.split(","), folder, int(k), Path(output))
    elif peer in SCORERS:
        score(reporter, peer, folder, int(k))
    else:
        read(reporter, peer, ratings)


if __name__ == "__main__":
    main()
