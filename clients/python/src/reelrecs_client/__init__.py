"""A client of `recommendations.MLScorer`, the scoring service of ReelRecs.

    from reelrecs_client import Candidate, MlClient, ScoringError, by_popularity

    with MlClient("localhost:50051") as client:
        candidates = [Candidate(movie_id=1193, popularity_percentile=0.97)]
        try:
            scores = client.score(1, candidates)
        except ScoringError:
            scores = by_popularity(candidates)

Each request has a deadline that covers all of its attempts. It is sent again when the server is
away or sheds load, after as long as the server asks. What to do when there is no answer is for the
caller to say; `by_popularity` is a good start.
"""

from reelrecs_client.client import MlClient, Settings
from reelrecs_client.contract.recommendations_pb2 import CandidateFeatures as Candidate
from reelrecs_client.errors import IncompleteError, RefusedError, ScoringError
from reelrecs_client.fallback import by_popularity

__all__ = [
    "Candidate",
    "IncompleteError",
    "MlClient",
    "RefusedError",
    "ScoringError",
    "Settings",
    "by_popularity",
]
