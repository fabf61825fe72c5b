"""Libraries that find a user's nearest users by cosine, each in the best way that it offers.

A searcher has `search()`, which returns something that `lists(result)` turns into the k + 1 nearest
of every user and their similarities (the turning is not timed), and perhaps `one(user)`.
"""

import numpy as np


class SklearnSparse:
    """The Python service's search: brute force over the sparse matrix."""

    def __init__(self, ratings, k, threads):
        import sklearn
        from sklearn.neighbors import NearestNeighbors

        self.library = f"scikit-learn {sklearn.__version__}, sparse, brute"
        self.matrix = ratings.csr()
        self.k = k
        self.nearest = NearestNeighbors(
            n_neighbors=k + 1, metric="cosine", algorithm="brute", n_jobs=threads
        ).fit(self.matrix)

    def search(self):
        return self.nearest.kneighbors(self.matrix)

    def lists(self, result):
        distances, ids = result
        return ids, 1 - distances

    def one(self, user):
        return self.nearest.kneighbors(self.matrix[user])


class SklearnDense:
    """Brute force over dense rows of length 1, whose order by distance is that by cosine.

    The Euclidean distance, since scikit-learn's fused search-and-select does not do the cosine.
    """

    def __init__(self, ratings, k, threads):
        import sklearn
        from sklearn.neighbors import NearestNeighbors

        self.library = f"scikit-learn {sklearn.__version__}, dense, brute"
        self.rows = ratings.unit_rows().toarray()
        self.nearest = NearestNeighbors(
            n_neighbors=k + 1, metric="sqeuclidean", algorithm="brute", n_jobs=threads
        ).fit(self.rows)

    def search(self):
        return self.nearest.kneighbors(self.rows)

    def lists(self, result):
        distances, ids = result
        return ids, 1 - distances / 2

    def one(self, user):
        return self.nearest.kneighbors(self.rows[user : user + 1])


class NumPyDense:
    """A dense float32 product, a block of users at a time, and a partial selection."""

    BLOCK = 512

    def __init__(self, ratings, k, threads):
        self.library = f"NumPy {np.__version__}, dense product"
        self.rows = ratings.unit_rows().toarray()
        self.k = k

    def _best(self, cosines):
        ids = np.argpartition(cosines, -self.k - 1, axis=1)[:, -self.k - 1 :]
        found = np.take_along_axis(cosines, ids, axis=1)
        order = np.argsort(-found, axis=1)
        return np.take_along_axis(ids, order, axis=1), np.take_along_axis(found, order, axis=1)

    def search(self):
        blocks = range(0, len(self.rows), self.BLOCK)
        return [self._best(self.rows[i : i + self.BLOCK] @ self.rows.T) for i in blocks]

    def lists(self, result):
        return tuple(np.concatenate(part) for part in zip(*result))

    def one(self, user):
        return self._best((self.rows @ self.rows[user])[np.newaxis])


class SparseDotTopN:
    """The product of sparse rows of length 1 that keeps the largest of each row."""

    def __init__(self, ratings, k, threads):
        from importlib.metadata import version

        from sparse_dot_topn import sp_matmul_topn

        self.library = f"sparse_dot_topn {version('sparse_dot_topn')}"
        self.rows = ratings.unit_rows()
        self.columns = self.rows.T.tocsr()
        self.product, self.k, self.threads = sp_matmul_topn, k, threads

    def _search(self, rows, threads):
        return self.product(rows, self.columns, top_n=self.k + 1, sort=True, n_threads=threads)

    def search(self):
        return self._search(self.rows, self.threads)

    def lists(self, result):
        return _lists_of_csr(result, self.k + 1)

    def one(self, user):
        return self._search(self.rows[user], 1)


class Implicit:
    """The fitting of its cosine recommender, with users where it has items."""

    one = None  # it looks neighbors up that were found at the fitting

    def __init__(self, ratings, k, threads):
        import implicit
        from implicit.nearest_neighbours import CosineRecommender

        self.library = f"implicit {implicit.__version__}"
        self.matrix = ratings.csr().T.tocsr()
        self.model = CosineRecommender(K=k + 1, num_threads=threads)
        self.k = k

    def search(self):
        self.model.fit(self.matrix, show_progress=False)
        return self.model.similarity

    def lists(self, result):
        return _lists_of_csr(result, self.k + 1)


class Faiss:
    """The flat index of inner products over rows of length 1."""

    def __init__(self, ratings, k, threads):
        import faiss

        faiss.omp_set_num_threads(threads)
        self.library = f"FAISS {faiss.__version__}, flat"
        self.rows = ratings.unit_rows().toarray()
        self.index = faiss.IndexFlatIP(self.rows.shape[1])
        self.index.add(self.rows)
        self.k = k

    def search(self):
        return self.index.search(self.rows, self.k + 1)

    def lists(self, result):
        similarities, ids = result
        return ids, similarities

    def one(self, user):
        return self.index.search(self.rows[user : user + 1], self.k + 1)


def _lists_of_csr(matrix, width):
    """The largest of each row in order, id -1 where a row has fewer."""
    ids = np.full((matrix.shape[0], width), -1)
    similarities = np.zeros((matrix.shape[0], width))
    for row in range(matrix.shape[0]):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        order = np.argsort(-matrix.data[part], kind="stable")
        ids[row, : len(order)] = matrix.indices[part][order]
        similarities[row, : len(order)] = matrix.data[part][order]
    return ids, similarities


SEARCHERS = {
    "sklearn-sparse": SklearnSparse,
    "sklearn-dense": SklearnDense,
    "numpy": NumPyDense,
    "sparse_dot_topn": SparseDotTopN,
    "implicit": Implicit,
    "faiss": Faiss,
}
