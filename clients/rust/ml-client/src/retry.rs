use std::time::Duration;

use tonic::{Code, Status};

const PUSHBACK: &str = "grpc-retry-pushback-ms";

/// When and how often a request is sent again.
///
/// Scoring changes nothing on the server, so that sending a request twice does no harm. Only what
/// may pass is tried again: `UNAVAILABLE` (the server is away or stopping) and `RESOURCE_EXHAUSTED`
/// (it sheds load). The waits double from attempt to attempt and are random, so that clients that
/// failed together do not return together; a wait that the server asks for is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Retry {
    /// How often a request is sent at most, at least 1.
    pub attempts: u32,
    /// The longest wait before the second attempt; it doubles with each further one.
    pub first_wait: Duration,
    /// The longest wait of all.
    pub longest_wait: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            attempts: 4,
            first_wait: Duration::from_millis(50),
            longest_wait: Duration::from_secs(1),
        }
    }
}

/// What the server says of trying again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pushback {
    None,
    After(Duration),
    Never,
}

impl Retry {
    /// A policy that sends each request once.
    #[must_use]
    pub fn never() -> Self {
        Self {
            attempts: 1,
            ..Self::default()
        }
    }

    /// How long to wait before the next attempt, or nothing if there is to be none.
    ///
    /// * `attempt`: how many there were, at least 1
    /// * `random`: evenly distributed in [0, 1)
    pub(crate) fn wait(&self, status: &Status, attempt: u32, random: f64) -> Option<Duration> {
        let passing = matches!(status.code(), Code::Unavailable | Code::ResourceExhausted);
        if !passing || attempt >= self.attempts {
            return None;
        }
        match pushback(status) {
            Pushback::Never => None,
            Pushback::After(wait) => Some(wait),
            Pushback::None => {
                let doubled = self.first_wait.saturating_mul(1 << (attempt - 1).min(20));
                Some(doubled.min(self.longest_wait).mul_f64(random))
            }
        }
    }
}

/// A negative number, or what is none, means "do not try again": that is how gRPC defines it.
fn pushback(status: &Status) -> Pushback {
    let Some(value) = status.metadata().get(PUSHBACK) else {
        return Pushback::None;
    };
    match value
        .to_str()
        .ok()
        .and_then(|text| text.parse::<u64>().ok())
    {
        Some(millis) => Pushback::After(Duration::from_millis(millis)),
        None => Pushback::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(code: Code, pushback: Option<&str>) -> Status {
        let mut status = Status::new(code, "test");
        if let Some(text) = pushback {
            status
                .metadata_mut()
                .insert(PUSHBACK, text.parse().unwrap());
        }
        status
    }

    #[test]
    fn wait_doubles_up_to_the_longest() {
        let retry = Retry {
            attempts: 100,
            first_wait: Duration::from_millis(100),
            longest_wait: Duration::from_millis(500),
        };
        let status = status(Code::Unavailable, None);
        let waits: Vec<_> = [1, 2, 3, 4, 99]
            .iter()
            .map(|&attempt| retry.wait(&status, attempt, 0.5).unwrap().as_millis())
            .collect();
        assert_eq!(waits, [50, 100, 200, 250, 250]);
    }

    #[test]
    fn wait_ends_with_the_last_attempt() {
        let retry = Retry::default();
        let status = status(Code::ResourceExhausted, None);
        assert!(retry.wait(&status, 3, 0.5).is_some());
        assert_eq!(retry.wait(&status, 4, 0.5), None);
        assert_eq!(Retry::never().wait(&status, 1, 0.5), None);
    }

    #[test]
    fn wait_keeps_what_the_server_asks_for() {
        let retry = Retry::default();
        let wait = |text| retry.wait(&status(Code::ResourceExhausted, Some(text)), 1, 0.5);
        assert_eq!(wait("1500"), Some(Duration::from_millis(1_500)));
        assert_eq!(wait("0"), Some(Duration::ZERO));
        assert_eq!(wait("-1"), None);
        assert_eq!(wait("soon"), None);
    }

    #[test]
    fn wait_is_only_for_what_may_pass() {
        let retry = Retry::default();
        for code in [
            Code::InvalidArgument,
            Code::Unauthenticated,
            Code::PermissionDenied,
            Code::Internal,
            Code::DeadlineExceeded,
            Code::Cancelled,
        ] {
            assert_eq!(retry.wait(&status(code, Some("5")), 1, 0.5), None, "{code}");
        }
    }
}
