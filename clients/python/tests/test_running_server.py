"""The client against a real server that somebody has started.

reelrecs serve &
REELRECS_TARGET=localhost:50051 python -m unittest discover -s tests
"""

import os
import unittest
from concurrent.futures import ThreadPoolExecutor

import grpc

from reelrecs_client import Candidate, MlClient, RefusedError, Settings

TARGET = os.environ.get("REELRECS_TARGET", "")


def candidates(movies: range) -> list[Candidate]:
    """Candidates as the pipeline makes them."""
    return [
        Candidate(
            movie_id=movie,
            genre_overlap_score=0.5,
            genre_diversity_score=0.25,
            collaborative_score=40,
            similar_users_count=40,
            avg_rating=3.5,
            rating_count=1000,
            popularity_percentile=0.9,
            movie_year=1994,
            year_preference_score=0.75,
            days_since_released=9000,
        )
        for movie in movies
    ]


@unittest.skipUnless(TARGET, "REELRECS_TARGET does not say where a server runs")
class RunningServerTest(unittest.TestCase):
    """What every server has to do."""

    def setUp(self) -> None:
        """Connect."""
        self.client = MlClient(TARGET, Settings(deadline=20))
        self.addCleanup(self.client.close)

    def test_two_hundred_candidates_have_a_score_each(self) -> None:
        """The size that the pipeline sends."""
        scores = self.client.score(1, candidates(range(1, 201)))
        self.assertEqual(len(scores), 200)
        self.assertTrue(all(0 <= score <= 1 for score in scores))

    def test_unknown_ids_are_answered_too(self) -> None:
        """The largest ids there are."""
        last = 2**32 - 1
        self.assertEqual(len(self.client.score(last, candidates(range(last, last + 1)))), 1)

    def test_no_candidates_have_no_scores(self) -> None:
        """Nothing in, nothing out."""
        self.assertEqual(self.client.score(1, []), [])

    def test_many_threads_share_a_client(self) -> None:
        """And get the answers to their own questions."""
        asked = candidates(range(1, 101))
        with ThreadPoolExecutor(8) as pool:
            first = list(pool.map(lambda user: self.client.score(user, asked), range(1, 41)))
        self.assertEqual(first, [self.client.score(user, asked) for user in range(1, 41)])

    def test_too_many_candidates_are_the_callers_fault(self) -> None:
        """A request beyond every limit."""
        with self.assertRaises(RefusedError) as raised:
            self.client.score(1, candidates(range(1, 60_001)))
        self.assertEqual(raised.exception.code, grpc.StatusCode.INVALID_ARGUMENT)
        self.assertTrue(raised.exception.is_callers_fault)


if __name__ == "__main__":
    unittest.main()
