use tonic::{Code, Status};

/// Why there are no scores.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address is not one, or the connection cannot be set up.
    #[error("cannot connect to {address}: {source}")]
    Address {
        /// The address as it was given.
        address: String,
        /// What is wrong with it.
        source: tonic::transport::Error,
    },
    /// The bearer token has characters that no header may have.
    #[error("the token is not printable ASCII")]
    Token,
    /// There was no answer within the request's deadline.
    #[error("no answer within the deadline, after {attempts} attempts")]
    Deadline {
        /// How often the request was sent.
        attempts: u32,
    },
    /// The server refused the request, or could not be reached.
    #[error("the server said {}: {} (attempts: {attempts})", .status.code(), .status.message())]
    Refused {
        /// What it said last.
        status: Box<Status>,
        /// How often the request was sent.
        attempts: u32,
    },
    /// The answer does not have a score for each candidate.
    #[error("asked for {asked} scores, got {got}")]
    Incomplete {
        /// How many candidates there were.
        asked: usize,
        /// How many scores came.
        got: usize,
    },
}

impl Error {
    /// What the server said last, where it said something.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Refused { status, .. } => Some(status.code()),
            Self::Deadline { .. } => Some(Code::DeadlineExceeded),
            _ => None,
        }
    }

    /// Whether the request itself is at fault, so that sending it again never helps.
    #[must_use]
    pub fn is_callers_fault(&self) -> bool {
        matches!(
            self.code(),
            Some(
                Code::InvalidArgument
                    | Code::Unauthenticated
                    | Code::PermissionDenied
                    | Code::Unimplemented
            )
        )
    }
}
