package io.reelrecs.core.score;

import java.util.List;

/**
 * What an answer is made of, to the last part: whose ratings speak for it and against it, and how
 * much.
 *
 * @param movieId the movie's external id
 * @param score the answer that is explained
 * @param rating how the predicted rating came about, in the units of the ratings, before it is cut
 *     to their scale
 * @param relevance how the movie's relevance came about, by which recommendations are ordered; has
 *     no parts where that is the score itself
 */
public record Explanation(long movieId, Score score, Account rating, Account relevance) {

  /**
   * A sum taken apart: {@code total = base + contributions of users + contributions of movies}, up
   * to rounding.
   *
   * @param total what is explained
   * @param base what is there without any of the parts: for a rating the baseline, or 0 where
   *     neighbors' ratings are averaged; for a relevance 0, or the movie's popularity
   * @param users other users who bear on it, the largest contribution by size first, then by id
   * @param movies movies that the user rated and that bear on it, likewise
   */
  public record Account(double total, double base, List<Influence> users, List<Influence> movies) {

    /** Copies the lists. */
    public Account {
      users = List.copyOf(users);
      movies = List.copyOf(movies);
    }
  }

  /**
   * One part.
   *
   * @param id external id of the user or movie
   * @param similarity how similar the user is to the one asked about, or the movie to the one asked
   *     about; as the model measures it
   * @param rating what that user gave to the movie, or what the user asked about gave to that
   *     movie; NaN where only that it is high counts
   * @param contribution what it adds to the total, negative where it takes away
   */
  public record Influence(long id, double similarity, double rating, double contribution) {}
}
