"""Why there are no scores."""

import grpc


class ScoringError(Exception):
    """There are no scores."""


class RefusedError(ScoringError):
    """The server refused the request, was not there, or did not answer in time."""

    def __init__(self, code: grpc.StatusCode, details: str) -> None:
        """Make one of what the server said last."""
        super().__init__(f"{code.name}: {details}")
        self.code = code

    @property
    def is_callers_fault(self) -> bool:
        """Whether the request itself is at fault, so that sending it again never helps."""
        return self.code in {
            grpc.StatusCode.INVALID_ARGUMENT,
            grpc.StatusCode.UNAUTHENTICATED,
            grpc.StatusCode.PERMISSION_DENIED,
            grpc.StatusCode.UNIMPLEMENTED,
        }


class IncompleteError(ScoringError):
    """The answer does not have a score for each candidate."""

    def __init__(self, asked: int, got: int) -> None:
        """Make one of how many there should be and how many came."""
        super().__init__(f"asked for {asked} scores, got {got}")
