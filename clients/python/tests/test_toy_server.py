"""The client against a server of the test's own, on a free loopback port."""

import socket
import time
import unittest
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import grpc

from reelrecs_client import (
    Candidate,
    IncompleteError,
    MlClient,
    RefusedError,
    Settings,
    by_popularity,
)
from reelrecs_client.contract.recommendations_pb2 import ScoreRequest, ScoreResponse

Act = str | tuple[grpc.StatusCode, str | None]

CANDIDATES = [
    Candidate(movie_id=10, popularity_percentile=0.5),
    Candidate(movie_id=20, popularity_percentile=1.0),
]
PATIENT = Settings(deadline=30, first_wait=0.01)


class Toy:
    """Does one thing after the other, the last one forever, and notes what it was sent."""

    def __init__(self, *acts: Act) -> None:
        """Make one that will do `acts`."""
        self.acts = acts
        self.seen: list[dict[str, str | bytes]] = []
        self.closed = Event()

    def __call__(self, request: ScoreRequest, context: grpc.ServicerContext) -> ScoreResponse:
        """Answer a request."""
        act = self.acts[min(len(self.seen), len(self.acts) - 1)]
        self.seen.append(dict(context.invocation_metadata()))
        scores = [each.popularity_percentile / 2 for each in request.features]
        if isinstance(act, tuple):
            code, pushback = act
            if pushback is not None:
                context.set_trailing_metadata((("grpc-retry-pushback-ms", pushback),))
            context.abort(code, "as the test wants")
        if act == "stall":
            self.closed.wait()
        if act == "too few":
            scores.pop()
        return ScoreResponse(scores=scores)

    @contextmanager
    def running(self) -> Iterator[str]:
        """Serve, and say where."""
        server = grpc.server(ThreadPoolExecutor(4))
        handler = grpc.unary_unary_rpc_method_handler(
            self,
            request_deserializer=ScoreRequest.FromString,
            response_serializer=ScoreResponse.SerializeToString,
        )
        server.add_generic_rpc_handlers(
            (
                grpc.method_handlers_generic_handler(
                    "recommendations.MLScorer", {"ScoreCandidates": handler}
                ),
            )
        )
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        try:
            yield f"127.0.0.1:{port}"
        finally:
            self.closed.set()
            server.stop(None).wait()


class ToyServerTest(unittest.TestCase):
    """What the client makes of what a server does."""

    def test_score_has_a_score_for_each_candidate(self) -> None:
        """An answer is handed on in the order of the request."""
        toy = Toy("answer")
        with toy.running() as target, MlClient(target, PATIENT) as client:
            self.assertEqual(client.score(1, CANDIDATES), [0.25, 0.5])
        self.assertNotIn("authorization", toy.seen[0])

    def test_score_shows_the_token(self) -> None:
        """A token goes with each request."""
        toy = Toy("answer")
        with toy.running() as target, MlClient(target, PATIENT, token="secret") as client:
            client.score(1, CANDIDATES)
        self.assertEqual(toy.seen[0]["authorization"], "Bearer secret")

    def test_score_tries_again_what_may_pass(self) -> None:
        """UNAVAILABLE and RESOURCE_EXHAUSTED pass."""
        toy = Toy(
            (grpc.StatusCode.UNAVAILABLE, None),
            (grpc.StatusCode.RESOURCE_EXHAUSTED, "20"),
            "answer",
        )
        with toy.running() as target, MlClient(target, PATIENT) as client:
            self.assertEqual(client.score(1, CANDIDATES), [0.25, 0.5])
        self.assertEqual(len(toy.seen), 3)

    def test_score_waits_as_long_as_the_server_asks(self) -> None:
        """A wait that the server asks for is kept."""
        toy = Toy((grpc.StatusCode.RESOURCE_EXHAUSTED, "400"), "answer")
        with toy.running() as target, MlClient(target, PATIENT) as client:
            start = time.monotonic()
            client.score(1, CANDIDATES)
        self.assertGreaterEqual(time.monotonic() - start, 0.39)

    def test_score_does_not_try_again_when_told_not_to(self) -> None:
        """A negative wait means never."""
        toy = Toy((grpc.StatusCode.RESOURCE_EXHAUSTED, "-1"))
        with toy.running() as target, MlClient(target, PATIENT) as client:
            self.assertEqual(refused(client).code, grpc.StatusCode.RESOURCE_EXHAUSTED)
        self.assertEqual(len(toy.seen), 1)

    def test_score_gives_up_after_the_last_attempt(self) -> None:
        """There are as many attempts as the settings say."""
        toy = Toy((grpc.StatusCode.UNAVAILABLE, None))
        with toy.running() as target, MlClient(target, PATIENT) as client:
            error = refused(client)
        self.assertEqual(error.code, grpc.StatusCode.UNAVAILABLE)
        self.assertFalse(error.is_callers_fault)
        self.assertEqual(len(toy.seen), 4)

    def test_score_ends_at_the_deadline(self) -> None:
        """A server that does not answer is not waited for."""
        with Toy("stall").running() as target, MlClient(target, Settings(deadline=0.2)) as client:
            self.assertEqual(refused(client).code, grpc.StatusCode.DEADLINE_EXCEEDED)

    def test_score_does_not_repeat_a_bad_request(self) -> None:
        """What is the caller's fault stays it."""
        toy = Toy((grpc.StatusCode.INVALID_ARGUMENT, None))
        with toy.running() as target, MlClient(target, PATIENT) as client:
            self.assertTrue(refused(client).is_callers_fault)
        self.assertEqual(len(toy.seen), 1)

    def test_score_refuses_an_incomplete_answer(self) -> None:
        """There is a score for each candidate, or none."""
        with (
            Toy("too few").running() as target,
            MlClient(target, PATIENT) as client,
            self.assertRaisesRegex(IncompleteError, "asked for 2 scores, got 1"),
        ):
            client.score(1, CANDIDATES)

    def test_score_without_a_server_says_unavailable(self) -> None:
        """Nobody listens."""
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]
        with MlClient(f"127.0.0.1:{port}", PATIENT) as client:
            self.assertEqual(refused(client).code, grpc.StatusCode.UNAVAILABLE)

    def test_settings_out_of_range_are_refused(self) -> None:
        """Settings are checked where they are made."""
        with self.assertRaisesRegex(ValueError, "attempts must be 1 to 5, actual: 0"):
            Settings(attempts=0)
        with self.assertRaisesRegex(ValueError, "deadline must be above 0, actual: 0"):
            Settings(deadline=0)
        with self.assertRaisesRegex(ValueError, "first_wait must be at least 0.01, actual: 0.001"):
            Settings(first_wait=0.001)

    def test_by_popularity_is_a_share(self) -> None:
        """What is no share counts as the nearest one, what is no number as 0."""
        values = [0.25, float("nan"), 7.0, -1.0]
        candidates = [Candidate(movie_id=1, popularity_percentile=value) for value in values]
        self.assertEqual(by_popularity(candidates), [0.25, 0.0, 1.0, 0.0])


def refused(client: MlClient) -> RefusedError:
    """Ask, and return the refusal."""
    try:
        client.score(1, CANDIDATES)
    except RefusedError as error:
        return error
    message = "there was an answer"
    raise AssertionError(message)


if __name__ == "__main__":
    unittest.main()
