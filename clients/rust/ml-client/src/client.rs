use std::error::Error as _;
use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};
use tonic::metadata::{Ascii, MetadataValue};
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request, Status, TimeoutExpired};

use crate::proto::ml_scorer_client::MlScorerClient;
use crate::proto::{ScoreRequest, ScoreResponse};
use crate::{Answer, Candidate, Error, Retry, Scores};

/// How to connect, and how long to wait for what.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How long setting up a connection may take.
    pub connect_timeout: Duration,
    /// How long a request may take, with all of its attempts and the waits between them.
    pub deadline: Duration,
    /// How often to ask an idle connection for a sign of life while requests are under way, so that
    /// a server that vanished is noticed. The server allows one every 5 minutes at the least when
    /// it is not told otherwise; more often, it hangs up.
    pub keepalive: Duration,
    /// How long that sign may take.
    pub keepalive_timeout: Duration,
    /// When a request is sent again.
    pub retry: Retry,
    /// The bearer token to show, where the server asks for one. Do not send it without TLS.
    pub token: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(2),
            deadline: Duration::from_secs(2),
            keepalive: Duration::from_secs(300),
            keepalive_timeout: Duration::from_secs(5),
            retry: Retry::default(),
            token: None,
        }
    }
}

/// A client. Make one for the life of the program and clone it freely: all clones share one
/// connection, which many requests use at once, and which is made anew when it breaks.
#[derive(Debug, Clone)]
pub struct MlClient {
    stub: MlScorerClient<Channel>,
    authorization: Option<MetadataValue<Ascii>>,
    deadline: Duration,
    retry: Retry,
}

impl MlClient {
    /// A client of the server at `address`, as in `http://localhost:50051`. It connects with the
    /// first request, so that a program can start before the server does.
    ///
    /// # Errors
    ///
    /// [`Error::Address`] if that is no address, [`Error::Token`] if the token cannot be sent.
    pub fn connect(address: &str, settings: Settings) -> Result<Self, Error> {
        let channel = Endpoint::from_shared(address.to_owned())
            .map_err(|source| Error::Address {
                address: address.to_owned(),
                source,
            })?
            .connect_timeout(settings.connect_timeout)
            .tcp_nodelay(true)
            .http2_keep_alive_interval(settings.keepalive)
            .keep_alive_timeout(settings.keepalive_timeout)
            .connect_lazy();
        Self::over(channel, settings)
    }

    /// A client over a channel of the caller's own, for TLS or several servers.
    ///
    /// # Errors
    ///
    /// [`Error::Token`] if the token cannot be sent.
    pub fn over(channel: Channel, settings: Settings) -> Result<Self, Error> {
        let authorization = settings
            .token
            .map(|token| format!("Bearer {token}").parse())
            .transpose()
            .map_err(|_| Error::Token)?
            .map(|mut value: MetadataValue<Ascii>| {
                value.set_sensitive(true);
                value
            });
        Ok(Self {
            stub: MlScorerClient::new(channel),
            authorization,
            deadline: settings.deadline,
            retry: settings.retry,
        })
    }

    /// Scores candidates for a user. An unknown id is no error: the server answers from what it
    /// knows of the movie, or of all movies.
    ///
    /// # Errors
    ///
    /// [`Error::Deadline`] if there is no answer in time, [`Error::Refused`] if the server does not
    /// give one, [`Error::Incomplete`] if it gives a wrong one.
    pub async fn score(&self, user_id: u32, candidates: Vec<Candidate>) -> Answer {
        let asked = candidates.len();
        let request = ScoreRequest {
            user_id,
            features: candidates,
        };
        let end = Instant::now() + self.deadline;
        let mut attempts = 0;
        let response = loop {
            attempts += 1;
            let status = match self.attempt(request.clone(), end).await {
                Ok(response) => break response,
                Err(status) => status,
            };
            if status.code() == Code::DeadlineExceeded || is_timeout(&status) {
                return Err(Error::Deadline { attempts });
            }
            let refused = |status| Error::Refused {
                status: Box::new(status),
                attempts,
            };
            match self.retry.wait(&status, attempts, fastrand::f64()) {
                // What would come after the deadline is not waited for.
                Some(wait) if Instant::now() + wait < end => sleep(wait).await,
                _ => return Err(refused(status)),
            }
        };
        let got = response.scores.len();
        if got == asked {
            Ok(Scores::of(response.scores))
        } else {
            Err(Error::Incomplete { asked, got })
        }
    }

    async fn attempt(&self, message: ScoreRequest, end: Instant) -> Result<ScoreResponse, Status> {
        let mut request = Request::new(message);
        // The server is told too, so that it does not work for somebody who has left.
        request.set_timeout(end.saturating_duration_since(Instant::now()));
        if let Some(value) = &self.authorization {
            request
                .metadata_mut()
                .insert("authorization", value.clone());
        }
        let mut stub = self.stub.clone();
        match timeout_at(end, stub.score_candidates(request)).await {
            Ok(answer) => answer.map(tonic::Response::into_inner),
            Err(_) => Err(Status::deadline_exceeded("no answer in time")),
        }
    }
}

/// Whether tonic's own timer, which reads the deadline too, was the first to see it pass. It says
/// `CANCELLED` then.
fn is_timeout(status: &Status) -> bool {
    let mut cause = status.source();
    while let Some(error) = cause {
        if error.is::<TimeoutExpired>() {
            return true;
        }
        cause = error.source();
    }
    false
}
