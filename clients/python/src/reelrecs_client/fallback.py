"""What to show when there is no answer."""

import math
from collections.abc import Iterable

from reelrecs_client.contract.recommendations_pb2 import CandidateFeatures


def by_popularity(candidates: Iterable[CandidateFeatures]) -> list[float]:
    """Give each movie its popularity: the best that can be said of a user nothing is known of.

    Count how often that happens: a page that quietly shows popular movies to everybody is an outage
    that nobody sees.
    """
    return [_share(candidate.popularity_percentile) for candidate in candidates]


def _share(value: float) -> float:
    return min(1.0, max(0.0, value)) if math.isfinite(value) else 0.0
