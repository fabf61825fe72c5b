package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingScale;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The answers for a list of candidates, in the candidates' order, as four flat arrays.
 *
 * <p>Immutable and thread-safe. Costs 21 bytes a candidate; a {@link Score} object is made only
 * when one is asked for.
 */
@SuppressWarnings("EnumOrdinal") // in an array that does not leave this class
public final class Scores {

  private static final ScoreSource[] SOURCES = ScoreSource.values();

  private final double[] values;
  private final double[] predicted;

  /** Ordinals, since bytes take less room and less of the collector's time than references. */
  private final byte[] sources;

  private final int[] support;

  /** A buffer for {@code size} answers, filled by {@link #set} before it is handed out. */
  Scores(int size) {
    values = new double[size];
    predicted = new double[size];
    sources = new byte[size];
    support = new int[size];
  }

  /**
   * Answers that were made one by one, put together in their order; for implementations of {@link
   * Scorer} that have no batch of their own.
   */
  public static Scores of(List<Score> scores) {
    Scores made = new Scores(scores.size());
    int i = 0;
    for (Score score : scores) {
      made.set(i++, score.value(), score.predicted(), score.source(), score.support());
    }
    return made;
  }

  void set(int i, double value, double rating, ScoreSource source, int neighbors) {
    values[i] = value;
    predicted[i] = rating;
    sources[i] = (byte) source.ordinal();
    support[i] = neighbors;
  }

  /** Sets an answer to the prediction of so many neighbors. */
  void setRating(int i, RatingScale scale, double prediction, int neighbors) {
    double rating = scale.clamp(prediction);
    set(i, scale.normalize(rating), rating, ScoreSource.NEIGHBORS, neighbors);
  }

  /** Sets an answer to what the baseline says. */
  void setRating(int i, RatingScale scale, BaselineRule baseline, Profile profile, int movie) {
    double rating = scale.clamp(baseline.predict(profile, movie));
    set(i, scale.normalize(rating), rating, baseline.source(profile, movie), 0);
  }

  /** All scores, without a copy; for the scorer that is about to let go of this. */
  double[] values() {
    return values;
  }

  /** The number of candidates answered. */
  public int size() {
    return values.length;
  }

  /**
   * The score of candidate {@code i}, in {@code [0, 1]}.
   *
   * @throws IndexOutOfBoundsException if there is no such candidate
   */
  public double value(int i) {
    return values[i];
  }

  /**
   * The predicted rating of candidate {@code i}, on the scale of the training data.
   *
   * @throws IndexOutOfBoundsException if there is no such candidate
   */
  public double predicted(int i) {
    return predicted[i];
  }

  /**
   * What the answer for candidate {@code i} rests on.
   *
   * @throws IndexOutOfBoundsException if there is no such candidate
   */
  public ScoreSource source(int i) {
    return SOURCES[sources[i]];
  }

  /**
   * The number of neighbors used for candidate {@code i}.
   *
   * @throws IndexOutOfBoundsException if there is no such candidate
   */
  public int support(int i) {
    return support[i];
  }

  /**
   * All four figures of candidate {@code i}.
   *
   * @throws IndexOutOfBoundsException if there is no such candidate
   */
  public Score get(int i) {
    return new Score(values[i], predicted[i], source(i), support[i]);
  }

  /** These answers as an unmodifiable list; a view, no copy. */
  public List<Score> asList() {
    return new View();
  }

  private final class View extends AbstractList<Score> implements RandomAccess {
    @Override
    public Score get(int i) {
      return Scores.this.get(i);
    }

    @Override
    public int size() {
      return Scores.this.size();
    }
  }
}
