use crate::{Candidate, Error};

/// What came of a request: scores, or the reason why there are none.
pub type Answer = Result<Scores, Error>;

/// One score in `[0, 1]` for each candidate, in the order of the request.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    values: Vec<f32>,
    fallback: bool,
}

impl Scores {
    pub(crate) fn of(values: Vec<f32>) -> Self {
        Self {
            values,
            fallback: false,
        }
    }

    /// Scores without a server: each movie's popularity, which is the best that can be said of a
    /// user of whom nothing is known. A page with popular movies is better than an error page.
    #[must_use]
    pub fn by_popularity(candidates: &[Candidate]) -> Self {
        let values = candidates
            .iter()
            .map(|candidate| candidate.popularity_percentile)
            .map(|share| {
                if share.is_finite() {
                    share.clamp(0.0, 1.0)
                } else {
                    0.0
                }
            })
            .collect();
        Self {
            values,
            fallback: true,
        }
    }

    /// Whether these do not come from the server. Count them: a page that quietly shows popular
    /// movies to everybody is an outage that nobody sees.
    #[must_use]
    pub fn is_fallback(&self) -> bool {
        self.fallback
    }

    /// The scores, in the order of the request.
    #[must_use]
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The movies, best first: by descending score, then by ascending id.
    #[must_use]
    pub fn ranking(&self, candidates: &[Candidate]) -> Vec<(u32, f32)> {
        let mut ranked: Vec<_> = candidates
            .iter()
            .map(|candidate| candidate.movie_id)
            .zip(self.values.iter().copied())
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked
    }
}

/// What to do when there is no answer.
pub trait OrFallback {
    /// These scores, or those of [`Scores::by_popularity`].
    fn or_fallback(self, candidates: &[Candidate]) -> Scores;
}

impl OrFallback for Answer {
    fn or_fallback(self, candidates: &[Candidate]) -> Scores {
        self.unwrap_or_else(|_| Scores::by_popularity(candidates))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(movie_id: u32, popularity_percentile: f32) -> Candidate {
        Candidate {
            movie_id,
            popularity_percentile,
            ..Candidate::default()
        }
    }

    #[test]
    fn ranking_breaks_ties_by_id() {
        let candidates = [candidate(9, 0.0), candidate(2, 0.0), candidate(5, 0.0)];
        let ranking = Scores::of(vec![0.5, 0.5, 0.75]).ranking(&candidates);
        assert_eq!(ranking, [(5, 0.75), (2, 0.5), (9, 0.5)]);
    }

    #[test]
    fn fallback_is_popularity_and_says_so() {
        let candidates = [
            candidate(1, 0.25),
            candidate(2, f32::NAN),
            candidate(3, 7.0),
        ];
        let answer: Answer = Err(Error::Deadline { attempts: 1 });
        let scores = answer.or_fallback(&candidates);
        assert_eq!(scores.values(), [0.25, 0.0, 1.0]);
        assert!(scores.is_fallback());
    }

    #[test]
    fn fallback_leaves_an_answer_as_it_is() {
        let answer: Answer = Ok(Scores::of(vec![0.5]));
        let scores = answer.or_fallback(&[candidate(1, 0.25)]);
        assert_eq!(scores.values(), [0.5]);
        assert!(!scores.is_fallback());
    }
}
