//! The client against a real server that somebody has started:
//!
//! ```text
//! reelrecs serve &
//! cargo test -p ml-client -- --ignored
//! ```
//!
//! `REELRECS_URL` says where it is, `http://localhost:50051` if it is not set.

use std::time::Duration;

use ml_client::{Candidate, MlClient, Settings};
use tonic::Code;

fn client() -> MlClient {
    let address =
        std::env::var("REELRECS_URL").unwrap_or_else(|_| "http://localhost:50051".to_owned());
    let settings = Settings {
        deadline: Duration::from_secs(20),
        ..Settings::default()
    };
    MlClient::connect(&address, settings).expect("an address in REELRECS_URL")
}

fn candidate(movie_id: u32) -> Candidate {
    Candidate {
        movie_id,
        genre_overlap_score: 0.5,
        genre_diversity_score: 0.25,
        collaborative_score: 40.0,
        similar_users_count: 40,
        avg_rating: 3.5,
        rating_count: 1_000,
        popularity_percentile: 0.9,
        movie_year: Some(1994),
        year_preference_score: 0.75,
        days_since_released: 9_000.0,
    }
}

#[tokio::test]
#[ignore = "needs a running server"]
async fn two_hundred_candidates_have_a_score_each() {
    let candidates: Vec<_> = (1..=200).map(candidate).collect();

    let scores = client().score(1, candidates.clone()).await.unwrap();

    assert_eq!(scores.values().len(), 200);
    assert!(
        scores
            .values()
            .iter()
            .all(|score| (0.0..=1.0).contains(score))
    );
    let ranking = scores.ranking(&candidates);
    assert!(ranking.windows(2).all(|pair| pair[0].1 >= pair[1].1));
}

#[tokio::test]
#[ignore = "needs a running server"]
async fn the_same_question_has_the_same_answer() {
    let candidates: Vec<_> = (1..=50).map(candidate).collect();
    let client = client();

    let first = client.score(1, candidates.clone()).await.unwrap();

    assert_eq!(client.score(1, candidates).await.unwrap(), first);
}

#[tokio::test]
#[ignore = "needs a running server"]
async fn unknown_ids_are_answered_too() {
    let scores = client()
        .score(u32::MAX, vec![candidate(u32::MAX), candidate(1)])
        .await
        .unwrap();

    assert!(scores.values().iter().all(|score| score.is_finite()));
}

#[tokio::test]
#[ignore = "needs a running server"]
async fn no_candidates_have_no_scores() {
    assert!(client().score(1, vec![]).await.unwrap().values().is_empty());
}

#[tokio::test]
#[ignore = "needs a running server"]
async fn many_requests_share_a_connection() {
    let client = client();
    let requests: Vec<_> = (1..=50)
        .map(|user| {
            let client = client.clone();
            tokio::spawn(
                async move { client.score(user, (1..=200).map(candidate).collect()).await },
            )
        })
        .collect();

    for request in requests {
        assert_eq!(request.await.unwrap().unwrap().values().len(), 200);
    }
}

#[tokio::test]
#[ignore = "needs a running server"]
async fn too_many_candidates_are_the_callers_fault() {
    let candidates = vec![candidate(1); 60_000];

    let error = client().score(1, candidates).await.unwrap_err();

    assert_eq!(error.code(), Some(Code::InvalidArgument));
    assert!(error.is_callers_fault());
}
