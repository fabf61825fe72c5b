"""Figures for the evaluation lab's tests, from another implementation: numpy, SciPy and scikit-learn.

    pip install numpy scipy scikit-learn
    cd cf-train/src/test
    python3 python/expected_metrics.py resources/io/reelrecs/train/evaluate/ratings.dat \
        > resources/io/reelrecs/train/evaluate/expected.properties

It shares no code with the product: the random numbers, the folds, the models and the metrics are written here again, or
are the libraries' own. To add a model, write a function from (train, users, movies) to a matrix of predicted ratings or of
ranking scores, and add it to MODELS; OtherImplementationTest compares whatever it knows by that name.
"""

import hashlib
import sys

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.metrics import mean_absolute_error, mean_squared_error, ndcg_score
from sklearn.neighbors import NearestNeighbors

FOLDS, SEED, K, POSITIVE = 5, 1, 10, 4
MASK = 2**64 - 1


class SplitMix64:
    """Steele, Lea and Flood's generator; integers below a bound by Lemire's method on 32 bits."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        while True:
            product = (self.next() >> 32) * bound
            if product & 0xFFFFFFFF >= 2**32 % bound:
                return product >> 32


def folds_of(size, folds, seed):
    order = list(range(size))
    random = SplitMix64(seed)
    for i in range(size - 1, 0, -1):
        j = random.below(i + 1)
        order[i], order[j] = order[j], order[i]
    fold = np.zeros(size, int)
    fold[order] = np.arange(size) % folds
    return fold


def baseline(train):
    """mu + b_u + b_m by ten alternations, regularization 2 for movies and 5 for users."""
    known = ~np.isnan(train)
    mean = train[known].mean()
    user, movie = np.zeros(len(train)), np.zeros(len(train[0]))
    for _ in range(10):
        rest = np.where(known, train - mean - user[:, None], 0)
        movie = rest.sum(0) / (2 + known.sum(0))
        rest = np.where(known, train - mean - movie[None, :], 0)
        user = rest.sum(1) / (5 + known.sum(1))
    return np.clip(mean + user[:, None] + movie[None, :], np.nanmin(train), np.nanmax(train))


def reference(train):
    """The weighted mean over those of the 20 nearest users by cosine who rated the movie; else the baseline."""
    known = ~np.isnan(train)
    filled = np.where(known, train, 0)
    distance, nearest = NearestNeighbors(n_neighbors=21, metric="cosine", algorithm="brute").fit(filled).kneighbors(filled)
    predicted = baseline(train)
    for user in range(len(train)):
        others = [(1 - d, v) for d, v in zip(distance[user], nearest[user]) if v != user][:20]
        similarity = np.array([s for s, _ in others])
        at = [v for _, v in others]
        weights = similarity @ known[at]
        sums = similarity @ filled[at]
        predicted[user] = np.where(weights > 0, sums / np.where(weights > 0, weights, 1), predicted[user])
    return predicted


def ease(train):
    """EASE (Steck, WWW 2019) over ratings of 4 and more as ones, lambda 20: ranking scores."""
    ones = np.where(train >= POSITIVE, 1.0, 0.0)
    inverse = np.linalg.inv(ones.T @ ones + 20 * np.eye(ones.shape[1]))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return ones @ weights


MODELS = {"baseline": (baseline, True, True), "reference": (reference, True, False), "ease": (ease, False, True)}


def ranking(scores, train, test):
    """scikit-learn's nDCG over the movies not trained on; ties to the lower id, as ranks in place of scores."""
    values = []
    for user in range(len(train)):
        open_ = np.isnan(train[user]) & ~np.isnan(train).all(0)
        # A hit that cannot be recommended still counts in what the best list would gain.
        lost = int((np.nan_to_num(test[user][~open_]) >= POSITIVE).sum())
        hits = np.append((np.nan_to_num(test[user][open_]) >= POSITIVE).astype(float), np.ones(lost))
        if hits.sum() == 0:
            continue
        order = np.lexsort((np.arange(open_.sum()), -scores[user][open_]))
        place = np.empty(len(order))
        place[order] = np.arange(len(order), 0, -1)
        place = np.append(place, -np.arange(1.0, lost + 1))
        values.append(ndcg_score([hits], [place], k=K))
    return values


def main(path):
    table = np.array(open(path).read().replace("::", " ").split(), float).reshape(-1, 4)
    user = np.unique(table[:, 0], return_inverse=True)[1]
    movie = np.unique(table[:, 1], return_inverse=True)[1]
    fold = folds_of(len(table), FOLDS, SEED)
    print(f"# expected_metrics.py: numpy {np.__version__}, SciPy {scipy.__version__}, scikit-learn {sklearn.__version__}")
    folds = "".join(map(str, folds_of(100_000, FOLDS, SEED)))
    print(f"folds.sha256={hashlib.sha256(folds.encode()).hexdigest()}")
    for name, (model, rates, ranks) in MODELS.items():
        found = {"rmse": [], "mae": [], "ndcg@10": []}
        for f in range(FOLDS):
            train = np.full((user.max() + 1, movie.max() + 1), np.nan)
            test = train.copy()
            for side, rows in (train, fold != f), (test, fold == f):
                side[user[rows], movie[rows]] = table[rows, 2]
            answer = model(train)
            asked = ~np.isnan(test)
            if rates:
                found["rmse"].append(mean_squared_error(test[asked], answer[asked]) ** 0.5)
                found["mae"].append(mean_absolute_error(test[asked], answer[asked]))
            if ranks:
                found["ndcg@10"].append(float(np.mean(ranking(answer, train, test))))
        for metric, values in found.items():
            if values:
                print(f"{name}.{metric}.by-fold={' '.join(repr(float(v)) for v in values)}")
                print(f"{name}.{metric}.mean={float(np.mean(values))!r}")
                print(f"{name}.{metric}.deviation={float(np.std(values, ddof=1))!r}")
    for t, df in (0.1, 1), (2, 4), (-2.5, 30), (1.5, 6039), (5, 6039), (40, 100), (0.01, 1_000_000), (3, 1_000_000):
        print(f"t.{t}.{df}={float(2 * stats.t.sf(abs(t), df))!r}")


if __name__ == "__main__":
    main(sys.argv[1])
