"""Who is measured, and for what."""

from dataclasses import dataclass

# Why a peer's neighbors are others, where that is known and right.
OTHER_QUESTION = "other question: cosine over co-rated movies only"


@dataclass(frozen=True)
class Peer:
    """A library in a configuration.

    `where` is jvm, python or lenskit: what it runs in. `cases` are those it has; `every_thread_count`
    says whether 1 thread is measured too where more are asked for. `keep_openblas`: it has an
    OpenBLAS of its own that is too old to know this processor, and needs to be told.
    """

    name: str
    where: str
    cases: tuple
    every_thread_count: bool = True
    keep_openblas: bool = False
    other_question: str = ""

    def thread_counts(self, threads, asked):
        """The thread counts to run it with: a case of one request takes one thread."""
        wanted = set(self.cases) & set(asked)
        counts = set()
        if wanted & {"search", "read"}:
            counts |= {1, threads} if self.every_thread_count else {threads}
        if wanted & {"user", "score"}:
            counts.add(1)
        return sorted(counts)

    def cases_at(self, threads, most, asked):
        """Its cases at a thread count."""
        found = []
        for case in self.cases:
            single = case in ("user", "score")
            here = threads == 1 if single else self.every_thread_count or threads == most
            if case in asked and here:
                found.append(case)
        return found


BOTH = ("search", "user")

PEERS = [
    Peer("sparse_dot_topn", "python", BOTH),
    Peer("ranksys-iterators", "jvm", BOTH),
    Peer("ranksys", "jvm", BOTH),
    Peer("implicit", "python", ("search",)),
    Peer("sklearn-sparse", "python", BOTH),
    Peer("sklearn-dense", "python", BOTH),
    Peer("numpy", "python", BOTH),
    Peer("faiss", "python", BOTH, keep_openblas=True),
    Peer("lucene", "jvm", BOTH, every_thread_count=False),
    Peer("ojalgo", "jvm", BOTH, every_thread_count=False),
    Peer("mahout", "jvm", BOTH, every_thread_count=False, other_question=OTHER_QUESTION),
    Peer("sklearn-service", "python", ("score",)),
    Peer("implicit-items", "python", ("score",)),
    Peer("lenskit", "lenskit", ("score",)),
    Peer("polars", "python", ("read",)),
    Peer("polars-matrix", "python", ("read",)),
    Peer("pyarrow", "python", ("read",)),
    Peer("pandas-c", "python", ("read",), every_thread_count=False),
    Peer("pandas-python", "python", ("read",), every_thread_count=False),
]

# What is not asked, and why; printed under the table.
NEVER_RUN = [
    "Lucene's dense vectors: their codec takes at most 1,024 dimensions, and a movie is one each",
    "LensKit's neighbors: its interface scores movies and does not give neighbor lists",
    "implicit for one user: it looks up what its fitting found",
    "reading by RankSys and Mahout: their readers take other formats than `::`",
]
