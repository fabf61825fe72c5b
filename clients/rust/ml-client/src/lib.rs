//! A client of `recommendations.MLScorer`, the scoring service of `ReelRecs`.
//!
//! It does what every client of a service should, and no more: it connects with time-outs and
//! keepalive, gives each request a deadline that covers all of its attempts, tries again when the
//! server is away or sheds load, waiting as long as the server asks, and leaves it to the caller
//! what to do when there is no answer ([`OrFallback`]).
//!
//! ```no_run
//! use ml_client::{Candidate, MlClient, OrFallback, Settings};
//!
//! # async fn page() -> Result<(), ml_client::Error> {
//! let client = MlClient::connect("http://localhost:50051", Settings::default())?;
//! let candidates = vec![Candidate { movie_id: 1193, popularity_percentile: 0.97, ..Candidate::default() }];
//! let ranked = client
//!     .score(1, candidates.clone())
//!     .await
//!     .or_fallback(&candidates)
//!     .ranking(&candidates);
//! # Ok(())
//! # }
//! ```

mod answer;
mod client;
mod error;
mod retry;

/// The messages and the stub, as the contract has them.
#[allow(missing_docs, clippy::all, clippy::pedantic)]
pub mod proto {
    tonic::include_proto!("recommendations");
}

pub use answer::{Answer, OrFallback, Scores};
pub use client::{MlClient, Settings};
pub use error::Error;
pub use proto::CandidateFeatures as Candidate;
pub use retry::Retry;
