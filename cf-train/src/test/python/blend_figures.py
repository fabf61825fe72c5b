"""nDCG@20 of four features of the blend on MovieLens 100K, from another implementation: Python's standard library alone.

    python3 cf-train/src/test/python/blend_figures.py $REELRECS_DATA/ml-100k
    ./reelrecs evaluate blend --ratings $REELRECS_DATA/ml-100k/u.data      # the rows "... alone" say the same

It shares no code with the product: the hold-out, the similar users, the candidates, the features and the metric are
written here again. Candidates do not depend on the model, so that none is trained.
"""

import math
import re
import sys
from collections import Counter, defaultdict

SEED, PART, LIKED = 1, 0.2, 4
CANDIDATES, SIMILAR, GENRES, REACH, CUTOFF = 200, 500, 5, 25, 20
MASK = 2**64 - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


class SplitMix64:
    """Steele, Lea and Flood's generator; integers below a bound by Lemire's method on 32 bits."""

    def __init__(self, seed, stream):
        self.state = mix((seed + GAMMA) & MASK) ^ mix((stream * GAMMA + 1) & MASK)

    def below(self, bound):
        while True:
            self.state = (self.state + GAMMA) & MASK
            product = (mix(self.state) >> 32) * bound
            if product & 0xFFFFFFFF >= 2**32 % bound:
                return product >> 32


def hold_out(ratings):
    """Of each user's ratings, a part drawn at random and the rest."""
    by_user = defaultdict(list)
    for rating in ratings:
        by_user[rating[0]].append(rating)
    train, test = [], []
    for user, own in by_user.items():
        order = list(range(len(own)))
        random = SplitMix64(SEED, user)
        for i in range(len(order) - 1, 0, -1):
            j = random.below(i + 1)
            order[i], order[j] = order[j], order[i]
        held = set(order[: min(math.floor(PART * len(own) + 0.5), len(own) - 1)])
        for i, rating in enumerate(own):
            (test if i in held else train).append(rating)
    return train, test


def read(folder):
    ratings = [tuple(map(int, line.split("\t")[:3])) for line in open(folder + "/u.data")]
    names = [line.split("|")[0] for line in open(folder + "/u.genre") if line.strip()]
    genres, years = {}, {}
    for line in open(folder + "/u.item", encoding="latin-1"):
        fields = line.rstrip("\n").split("|")
        movie = int(fields[0])
        genres[movie] = {n for n, flag in zip(names, fields[5:]) if flag == "1" and n != "unknown"}
        year = re.search(r"\((\d{4})\)\s*$", fields[1])
        released = fields[2][-4:]  # of a title without a year
        years[movie] = int(year.group(1)) if year else int(released) if released else None
    return ratings, genres, years


def main(folder):
    ratings, genres, years = read(folder)
    train, test = hold_out(ratings)
    rows, columns = defaultdict(dict), defaultdict(list)
    for user, movie, stars in train:
        rows[user][movie] = stars
        columns[movie].append(user)
    norm = {user: sum(s * s for s in row.values()) for user, row in rows.items()}
    count = {movie: len(columns[movie]) for movie in genres}
    below = {c: sum(1 for other in count.values() if other < c) for c in set(count.values())}
    wanted = defaultdict(set)
    for user, movie, stars in test:
        if stars >= LIKED:
            wanted[user].add(movie)

    sums, users = Counter(), 0
    for user in sorted(wanted):
        row = rows[user]
        dots = Counter()
        for movie, stars in row.items():
            for other in columns[movie]:
                dots[other] += stars * rows[other][movie]
        del dots[user]
        near = sorted(dots, key=lambda o: (-dots[o] / math.sqrt(norm[user] * norm[o]), o))[:SIMILAR]
        likes = Counter(m for o in near for m, s in rows[o].items() if s >= LIKED and m not in row)
        chosen = sorted(likes, key=lambda m: (-likes[m], m))[:CANDIDATES]
        rest = [m for m in genres if count[m] and m not in row and m not in set(chosen)]
        rest.sort(key=lambda m: (-count[m], m))
        chosen += rest[: CANDIDATES - len(chosen)]
        found = wanted[user] & set(chosen)
        if not found:
            continue
        users += 1
        liked = [m for m, s in row.items() if s >= LIKED]
        often = Counter(g for m in liked for g in genres[m])
        favorite = set(sorted(often, key=lambda g: (-often[g], g))[:GENRES])
        dated = [years[m] for m in liked if years[m]]
        mean = sum(dated) / len(dated) if dated else None
        features = {
            "genre overlap alone": lambda m: len(genres[m] & favorite) / max(1, len(genres[m] | favorite)),
            "collaborative alone": lambda m: likes[m],
            "popularity percentile alone": lambda m: below[count[m]],
            "year preference alone": lambda m: 0.5
            if mean is None or not years[m]
            else max(0.0, 1 - abs(years[m] - mean) / REACH),
        }
        ideal = sum(1 / math.log2(r + 2) for r in range(min(CUTOFF, len(found))))
        for name, feature in features.items():
            best = sorted(chosen, key=lambda m: (-feature(m), m))[:CUTOFF]
            sums[name] += sum(1 / math.log2(r + 2) for r, m in enumerate(best) if m in found) / ideal
    print(users, "users")
    for name in sums:
        print(f"{name:28} {sums[name] / users:.4f}")


main(sys.argv[1])
