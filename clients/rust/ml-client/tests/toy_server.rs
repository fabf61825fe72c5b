//! The client against a server of the test's own, on a free loopback port.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ml_client::proto::ml_scorer_server::{MlScorer, MlScorerServer};
use ml_client::proto::{ScoreRequest, ScoreResponse};
use ml_client::{Candidate, Error, MlClient, Retry, Settings};
use tokio::net::TcpListener;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::metadata::MetadataMap;
use tonic::{Code, Request, Response, Status};

/// What the server does with a request.
#[derive(Clone)]
enum Act {
    Answer,
    AnswerOneScoreTooFew,
    Refuse(Code, Option<&'static str>),
    Stall,
}

/// Does one thing after the other, the last one forever, and notes what it was sent.
#[derive(Clone)]
struct Toy {
    acts: Arc<Vec<Act>>,
    seen: Arc<Mutex<Vec<MetadataMap>>>,
}

#[tonic::async_trait]
impl MlScorer for Toy {
    async fn score_candidates(
        &self,
        request: Request<ScoreRequest>,
    ) -> Result<Response<ScoreResponse>, Status> {
        let number = {
            let mut seen = self.seen.lock().unwrap();
            seen.push(request.metadata().clone());
            seen.len() - 1
        };
        let mut scores: Vec<f32> = request
            .into_inner()
            .features
            .iter()
            .map(|candidate| candidate.popularity_percentile / 2.0)
            .collect();
        match &self.acts[number.min(self.acts.len() - 1)] {
            Act::Answer => {}
            Act::AnswerOneScoreTooFew => {
                scores.pop();
            }
            Act::Refuse(code, pushback) => {
                let mut status = Status::new(*code, "as the test wants");
                if let Some(millis) = pushback {
                    let metadata = status.metadata_mut();
                    metadata.insert("grpc-retry-pushback-ms", millis.parse().unwrap());
                }
                return Err(status);
            }
            Act::Stall => std::future::pending().await,
        }
        Ok(Response::new(ScoreResponse { scores }))
    }
}

impl Toy {
    async fn start(acts: Vec<Act>) -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address: SocketAddr = listener.local_addr().unwrap();
        let toy = Self {
            acts: Arc::new(acts),
            seen: Arc::default(),
        };
        let service = MlScorerServer::new(toy.clone());
        tokio::spawn(
            tonic::transport::Server::builder()
                .add_service(service)
                .serve_with_incoming(TcpListenerStream::new(listener)),
        );
        (toy, format!("http://{address}"))
    }

    fn requests(&self) -> usize {
        self.seen.lock().unwrap().len()
    }
}

fn settings() -> Settings {
    Settings {
        deadline: Duration::from_secs(30),
        retry: Retry {
            first_wait: Duration::from_millis(1),
            ..Retry::default()
        },
        ..Settings::default()
    }
}

fn candidates() -> Vec<Candidate> {
    [(10, 0.5), (20, 1.0)]
        .map(|(movie_id, popularity_percentile)| Candidate {
            movie_id,
            popularity_percentile,
            ..Candidate::default()
        })
        .to_vec()
}

#[tokio::test]
async fn score_gives_a_score_for_each_candidate() {
    let (toy, address) = Toy::start(vec![Act::Answer]).await;
    let client = MlClient::connect(&address, settings()).unwrap();

    let scores = client.score(1, candidates()).await.unwrap();

    assert_eq!(scores.values(), [0.25, 0.5]);
    assert!(!scores.is_fallback());
    let seen = toy.seen.lock().unwrap();
    assert!(seen[0].contains_key("grpc-timeout"));
    assert!(!seen[0].contains_key("authorization"));
}

#[tokio::test]
async fn score_shows_the_token() {
    let (toy, address) = Toy::start(vec![Act::Answer]).await;
    let settings = Settings {
        token: Some("secret".into()),
        ..settings()
    };
    let client = MlClient::connect(&address, settings).unwrap();

    client.score(1, candidates()).await.unwrap();

    assert_eq!(
        toy.seen.lock().unwrap()[0].get("authorization").unwrap(),
        "Bearer secret"
    );
    assert!(!format!("{client:?}").contains("secret"));
}

#[tokio::test]
async fn score_tries_again_what_may_pass() {
    let (toy, address) = Toy::start(vec![
        Act::Refuse(Code::Unavailable, None),
        Act::Refuse(Code::ResourceExhausted, Some("2")),
        Act::Answer,
    ])
    .await;
    let client = MlClient::connect(&address, settings()).unwrap();

    assert!(client.score(1, candidates()).await.is_ok());
    assert_eq!(toy.requests(), 3);
}

#[tokio::test]
async fn score_does_not_try_again_when_told_not_to() {
    let (toy, address) = Toy::start(vec![Act::Refuse(Code::ResourceExhausted, Some("-1"))]).await;
    let client = MlClient::connect(&address, settings()).unwrap();

    let error = client.score(1, candidates()).await.unwrap_err();

    assert_eq!(error.code(), Some(Code::ResourceExhausted));
    assert_eq!(toy.requests(), 1);
}

#[tokio::test]
async fn score_gives_up_after_the_last_attempt() {
    let (toy, address) = Toy::start(vec![Act::Refuse(Code::Unavailable, None)]).await;
    let client = MlClient::connect(&address, settings()).unwrap();

    let error = client.score(1, candidates()).await.unwrap_err();

    assert!(
        matches!(error, Error::Refused { attempts: 4, .. }),
        "{error}"
    );
    assert!(!error.is_callers_fault());
    assert_eq!(toy.requests(), 4);
}

#[tokio::test]
async fn score_does_not_wait_beyond_the_deadline() {
    let (toy, address) =
        Toy::start(vec![Act::Refuse(Code::ResourceExhausted, Some("3600000"))]).await;
    let client = MlClient::connect(&address, settings()).unwrap();

    let error = client.score(1, candidates()).await.unwrap_err();

    assert_eq!(error.code(), Some(Code::ResourceExhausted));
    assert_eq!(toy.requests(), 1);
}

#[tokio::test]
async fn score_ends_at_the_deadline() {
    let (_toy, address) = Toy::start(vec![Act::Stall]).await;
    let settings = Settings {
        deadline: Duration::from_millis(200),
        ..settings()
    };
    let client = MlClient::connect(&address, settings).unwrap();

    let error = client.score(1, candidates()).await.unwrap_err();

    assert!(matches!(error, Error::Deadline { attempts: 1 }), "{error}");
}

#[tokio::test]
async fn score_does_not_repeat_a_bad_request() {
    let (toy, address) = Toy::start(vec![Act::Refuse(Code::InvalidArgument, None)]).await;
    let client = MlClient::connect(&address, settings()).unwrap();

    let error = client.score(1, candidates()).await.unwrap_err();

    assert!(error.is_callers_fault());
    assert_eq!(toy.requests(), 1);
}

#[tokio::test]
async fn score_refuses_an_incomplete_answer() {
    let (_toy, address) = Toy::start(vec![Act::AnswerOneScoreTooFew]).await;
    let client = MlClient::connect(&address, settings()).unwrap();

    let error = client.score(1, candidates()).await.unwrap_err();

    assert!(
        matches!(error, Error::Incomplete { asked: 2, got: 1 }),
        "{error}"
    );
}

#[tokio::test]
async fn score_without_a_server_says_unavailable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = MlClient::connect(&address, settings()).unwrap();

    let error = client.score(1, candidates()).await.unwrap_err();

    assert_eq!(error.code(), Some(Code::Unavailable));
}

#[test]
fn connect_to_what_is_no_address_says_so() {
    let error = MlClient::connect("not an address", settings()).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("cannot connect to not an address: ")
    );
}
