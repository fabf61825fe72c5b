package io.reelrecs.core.score;

/**
 * One user's side of a question: what they rated, by ascending movie. Working memory, filled anew
 * for each question by {@link Profiles}.
 */
final class Profile {

  /** Dense index of a user of the model, -1 for one who is unknown or given by ratings. */
  int user;

  /** How many movies of the model they rated. */
  int size;

  /** Bias of the baseline; 0 without ratings. */
  double bias;

  int[] movie = new int[0];
  double[] rating = new double[0];

  /** Room for a predictor's own figures, one per movie rated. */
  double[] weight = new double[0];

  /** More of it. */
  double[] residual = new double[0];

  private int[] candidates = new int[0];

  /** Room for the movies that are asked about. */
  int[] candidates(int count) {
    if (candidates.length < count) {
      candidates = new int[Math.max(count, 2 * candidates.length)];
    }
    return candidates;
  }

  /** Whether anything is known of the user. */
  boolean known() {
    return user >= 0 || size > 0;
  }

  void clear(int room) {
    user = -1;
    size = 0;
    bias = 0;
    if (movie.length < room) {
      int length = Math.max(room, 2 * movie.length);
      movie = new int[length];
      rating = new double[length];
      weight = new double[length];
      residual = new double[length];
    }
  }

  void add(int movieIndex, double value) {
    movie[size] = movieIndex;
    rating[size++] = value;
  }
}
