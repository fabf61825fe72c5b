"""The client."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final

import grpc

from reelrecs_client.contract.recommendations_pb2 import (
    CandidateFeatures,
    ScoreRequest,
    ScoreResponse,
)
from reelrecs_client.errors import IncompleteError, RefusedError

_METHOD: Final = "/recommendations.MLScorer/ScoreCandidates"
_MOST_ATTEMPTS: Final = 5

# With waits below 1 ms grpcio 1.85 was seen to lose many requests that it should have sent
# again: they ended at their deadline.
_LEAST_WAIT: Final = 0.01


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How long to wait for what. All times are in seconds.

    deadline: how long a request may take, with all of its attempts and the waits between them
    attempts: how often it is sent at most, 1 to 5; gRPC itself allows no more
    first_wait: the wait before the second attempt, give or take a fifth; it doubles with each
        further one; at least 0.01
    longest_wait: the longest wait, unless the server asks for another
    keepalive: how often to ask for a sign of life while requests are under way; a server that is
        not told otherwise allows one every 5 minutes, and hangs up when there are more
    keepalive_timeout: how long that sign may take
    """

    deadline: float = 2.0
    attempts: int = 4
    first_wait: float = 0.05
    longest_wait: float = 1.0
    keepalive: float = 300.0
    keepalive_timeout: float = 5.0

    def __post_init__(self) -> None:
        """Check them."""
        if not 1 <= self.attempts <= _MOST_ATTEMPTS:
            message = f"attempts must be 1 to {_MOST_ATTEMPTS}, actual: {self.attempts}"
            raise ValueError(message)
        if self.first_wait < _LEAST_WAIT:
            message = f"first_wait must be at least {_LEAST_WAIT}, actual: {self.first_wait}"
            raise ValueError(message)
        if self.deadline <= 0:
            message = f"deadline must be above 0, actual: {self.deadline}"
            raise ValueError(message)

    def _options(self) -> list[tuple[str, str | int]]:
        options: list[tuple[str, str | int]] = [
            ("grpc.keepalive_time_ms", round(self.keepalive * 1000)),
            ("grpc.keepalive_timeout_ms", round(self.keepalive_timeout * 1000)),
            ("grpc.enable_retries", 1 if self.attempts > 1 else 0),
        ]
        if self.attempts > 1:
            options.append(("grpc.service_config", json.dumps(self._service_config())))
        return options

    def _service_config(self) -> dict[str, object]:
        """Have gRPC try again by itself, at random times, and as the server asks for.

        Scoring changes nothing on the server, so that sending a request twice does no harm.
        """
        return {
            "methodConfig": [
                {
                    "name": [{"service": "recommendations.MLScorer"}],
                    "retryPolicy": {
                        "maxAttempts": self.attempts,
                        "initialBackoff": f"{self.first_wait:.9f}s",
                        "maxBackoff": f"{self.longest_wait:.9f}s",
                        "backoffMultiplier": 2,
                        "retryableStatusCodes": ["UNAVAILABLE", "RESOURCE_EXHAUSTED"],
                    },
                }
            ]
        }


class MlClient:
    """A client of one server, or of one name behind which there are several.

    Make one for the life of the program: all threads may use it at once, over one connection, which
    is made with the first request and anew when it breaks.
    """

    def __init__(
        self,
        target: str = "localhost:50051",
        settings: Settings | None = None,
        *,
        credentials: grpc.ChannelCredentials | None = None,
        token: str | None = None,
    ) -> None:
        """Make a client of `target`, a host and port; nothing is sent yet.

        With `credentials`, as of `grpc.ssl_channel_credentials`, it speaks TLS. A `token` goes with
        each request; do not send one without TLS.
        """
        self._settings = settings or Settings()
        options = self._settings._options()
        self._channel = (
            grpc.insecure_channel(target, options)
            if credentials is None
            else grpc.secure_channel(target, credentials, options)
        )
        self._metadata = None if token is None else (("authorization", f"Bearer {token}"),)
        self._score = self._channel.unary_unary(
            _METHOD,
            request_serializer=ScoreRequest.SerializeToString,
            response_deserializer=ScoreResponse.FromString,
        )

    def score(self, user_id: int, candidates: Sequence[CandidateFeatures]) -> list[float]:
        """Score candidates for a user: one number in [0, 1] each, in their order.

        An unknown id is no error: the server answers from what it knows of the movie, or of all.
        Raises RefusedError if there is no answer, IncompleteError if there is a wrong one.
        """
        request = ScoreRequest(user_id=user_id, features=candidates)
        try:
            response = self._score(
                request, timeout=self._settings.deadline, metadata=self._metadata
            )
        except grpc.RpcError as error:
            raise RefusedError(error.code(), error.details() or "") from error
        scores = list(response.scores)
        if len(scores) != len(candidates):
            raise IncompleteError(len(candidates), len(scores))
        return scores

    def close(self) -> None:
        """Hang up; requests under way fail."""
        self._channel.close()

    def __enter__(self) -> "MlClient":
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self.close()
