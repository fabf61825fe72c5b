"""What docs/accuracy.md says of a ratings file: its shape, and what neighbors add to the averages.

    pip install numpy
    python3 docs/accuracy.py data/ratings.dat

Written apart from the product, so that nothing of it has to be right for the figures to be.
Needs about 2 GB of memory and 20 seconds for a million ratings.
"""

import sys

import numpy as np

NEIGHBORS = 60
SHRINKAGE = 100
LAMBDA = 0.2


def read(path):
    with open(path, "rb") as file:
        text = file.read().replace(b"::", b" ").decode("ascii")
    table = np.array(text.split(), dtype=np.float64).reshape(-1, 4)
    users = np.unique(table[:, 0], return_inverse=True)[1]
    movies = np.unique(table[:, 1], return_inverse=True)[1]
    return users, movies, table[:, 2]


def baseline(users, movies, ratings, train):
    """mu + b_u + b_i by ten alternations, regularization 5 for movies and 2 for users."""
    u, i, r = users[train], movies[train], ratings[train]
    mean = r.mean()
    by_user, by_movie = np.zeros(users.max() + 1), np.zeros(movies.max() + 1)
    for _ in range(10):
        residual = r - mean - by_user[u]
        by_movie = np.bincount(i, residual, len(by_movie)) / (5 + np.bincount(i, None, len(by_movie)))
        residual = r - mean - by_movie[i]
        by_user = np.bincount(u, residual, len(by_user)) / (2 + np.bincount(u, None, len(by_user)))
    return mean + by_user[users] + by_movie[movies]


def neighbors(users, movies, ratings, base, train, test):
    """The baseline and the mean of the residuals of the most similar users who rated the movie."""
    shape = users.max() + 1, movies.max() + 1
    residual, rated = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    residual[users[train], movies[train]] = (ratings - base)[train]
    rated[users[train], movies[train]] = 1
    squares = (residual * residual) @ rated.T
    both = rated @ rated.T
    similarity = residual @ residual.T / np.sqrt(np.maximum(squares * squares.T, 1e-9))
    similarity = np.maximum(similarity * both / (both + SHRINKAGE), 0)
    np.fill_diagonal(similarity, 0)
    predicted = base[test].copy()
    for movie in range(shape[1]):
        at = np.nonzero(movies[test] == movie)[0]
        raters = np.nonzero(rated[:, movie])[0]
        if len(at) == 0 or len(raters) == 0:
            continue
        weights = similarity[np.ix_(users[test][at], raters)]
        values = np.broadcast_to(residual[raters, movie], weights.shape)
        if len(raters) > NEIGHBORS:
            best = np.argpartition(-weights, NEIGHBORS - 1, axis=1)[:, :NEIGHBORS]
            weights = np.take_along_axis(weights, best, 1)
            values = np.take_along_axis(values, best, 1)
        predicted[at] += (weights * values).sum(1) / (LAMBDA + weights.sum(1))
    return predicted


def evidence(users, movies, ratings, random):
    """The share of random pairs where one of 20 neighbors by the plain cosine rated the movie."""
    rows = np.zeros((users.max() + 1, movies.max() + 1), np.float32)
    rows[users, movies] = ratings
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    cosine = unit @ unit.T
    np.fill_diagonal(cosine, -1)
    nearest = np.argpartition(-cosine, 19, axis=1)[:, :20]
    u, i = random.integers(0, len(rows), 20_000), random.integers(0, rows.shape[1], 20_000)
    return (rows[nearest[u], i[:, None]] > 0).any(1).mean()


def main():
    users, movies, ratings = read(sys.argv[1])
    quantiles = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1]
    print("quantiles                ", quantiles)
    per_user, per_movie = np.bincount(users), np.bincount(movies)
    print("ratings per user         ", np.quantile(per_user, quantiles).astype(int))
    print("ratings per movie        ", np.quantile(per_movie, quantiles).astype(int))
    print("movies with one rating   ", (per_movie == 1).sum())
    stars, counts = np.unique(ratings, return_counts=True)
    print("stars, percent           ", dict(zip(stars.tolist(), (100 * counts / len(ratings)).round(1).tolist())))
    random = np.random.default_rng(7)
    order = random.permutation(len(ratings))
    test, train = order[: len(ratings) // 5], order[len(ratings) // 5 :]
    base = baseline(users, movies, ratings, train)

    def rmse(predicted):
        clipped = np.clip(predicted, ratings.min(), ratings.max())
        return round(float(np.sqrt(np.mean((clipped - ratings[test]) ** 2))), 4)

    print("RMSE, bias baseline      ", rmse(base[test]))
    print("RMSE, user-based         ", rmse(neighbors(users, movies, ratings, base, train, test)))
    print("pairs with evidence      ", round(float(evidence(users, movies, ratings, random)), 3))


main()
