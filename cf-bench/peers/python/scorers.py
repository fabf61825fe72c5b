"""Libraries that score movies for a user, each by its own rule: other questions than ReelRecs'.

A scorer is a list of (library, note, score), where `score(user, movies)` returns an array.
"""

import numpy as np


def sklearn_service(ratings, sample, k, threads):
    """What the Python service does: a search, then the weighted mean of the neighbors' ratings."""
    import sklearn

    from sklearn_service import Service

    service = Service(ratings.csr(), k)
    return [
        (
            f"scikit-learn {sklearn.__version__} (the Python service)",
            "a search, then the same weighted mean as ReelRecs",
            service.score,
        )
    ]


def implicit(ratings, sample, k, threads):
    """Its item-based cosine: a sum for ranking."""
    import implicit as library
    from implicit.nearest_neighbours import CosineRecommender

    matrix = ratings.csr()
    model = CosineRecommender(K=k, num_threads=threads)
    model.fit(matrix, show_progress=False)

    def score(user, movies):
        row = matrix[user]
        return model.recommend(user, row, items=movies, filter_already_liked_items=False)[1]

    return [(f"implicit {library.__version__}", f"item-based, {k} neighbors, a sum", score)]


def lenskit(ratings, sample, k, threads):
    """Its item-based and user-based means of centered ratings."""
    from importlib.metadata import version

    import pandas as pd
    from lenskit.data import ItemList, RecQuery, from_interactions_df
    from lenskit.knn import ItemKNNScorer, UserKNNScorer

    frame = pd.DataFrame(
        {
            "user_id": np.repeat(np.arange(ratings.users), np.diff(ratings.start)),
            "item_id": ratings.movie,
            "rating": ratings.rating,
        }
    )
    data = from_interactions_df(frame)
    history = {int(u): data.user_row(int(u)) for u in np.unique(sample.users)}

    def scorer(model):
        model.train(data)

        def score(user, movies):
            query = RecQuery(user_id=user, user_items=history[int(user)])
            return model(query, ItemList(item_ids=movies)).scores()

        return score

    library = f"LensKit {version('lenskit')}"
    return [
        (library, f"item-based, {k} stored neighbors", scorer(ItemKNNScorer(k=k, save_nbrs=k))),
        (library, "item-based, all neighbors stored", scorer(ItemKNNScorer(k=k))),
        (library, "user-based", scorer(UserKNNScorer(k=k))),
    ]


SCORERS = {"sklearn-service": sklearn_service, "implicit-items": implicit, "lenskit": lenskit}
