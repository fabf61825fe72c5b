package io.reelrecs.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.random.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That synthetic ratings have something to learn from neighbors: on a random hold-out of a fifth,
 * the bias baseline (regularization 5 and 2) against a plain user-based prediction of its
 * residuals. Both are written out here, so that nothing of the product has to be right for this
 * test.
 */
class SyntheticTasteTest {

  private static final int USERS = 600;
  private static final int MOVIES = 400;
  private static final int RATINGS = 40_000;
  private static final int NEIGHBORS = 60;

  @TempDir private Path folder;

  @Test
  void ratings_fromTastes_neighborsBeatBaseline() throws Exception {
    double[] rmse = baselineAndNeighbors(TasteWeights.MOVIELENS);
    System.out.printf("synthetic 600 x 400 x 40,000: baseline %.4f, kNN %.4f%n", rmse[0], rmse[1]);
    assertThat(rmse[1] / rmse[0]).isLessThan(0.985);
  }

  /** The counterpart: without tastes there is nothing to gain, so the test above can fail. */
  @Test
  void ratings_withoutTastes_neighborsGainNothing() throws Exception {
    double[] rmse = baselineAndNeighbors(TasteWeights.MOVIELENS.withoutTaste());
    System.out.printf("the same without tastes: baseline %.4f, kNN %.4f%n", rmse[0], rmse[1]);
    assertThat(rmse[1] / rmse[0]).isGreaterThan(0.999);
  }

  @Test
  void withoutTaste_keepsVariance() {
    TasteWeights with = TasteWeights.MOVIELENS;
    TasteWeights without = with.withoutTaste();
    assertThat(without.noise() * without.noise())
        .isCloseTo(with.taste() * with.taste() + with.noise() * with.noise(), within(1e-12));
  }

  private double[] baselineAndNeighbors(TasteWeights weights) throws IOException {
    SynthesisParameters parameters =
        SynthesisParameters.builder().users(USERS).movies(MOVIES).ratings(RATINGS).build();
    Path file = folder.resolve("ratings.dat");
    new Synthesizer(weights).write(parameters, file, ExistingFiles.REPLACE, ProgressListener.NONE);
    int[] user = new int[RATINGS];
    int[] movie = new int[RATINGS];
    double[] rating = new double[RATINGS];
    int[] order = new int[RATINGS];
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      String[] fields = text.split("::", -1);
      user[line] = Integer.parseInt(fields[0]) - 1;
      movie[line] = Integer.parseInt(fields[1]) - 1;
      rating[line] = Double.parseDouble(fields[2]);
      order[line] = line++;
    }
    new SplitMix64(42).shuffle(order);

    int tests = RATINGS / 5;
    double mean = 0;
    for (int i = tests; i < RATINGS; i++) {
      mean += rating[order[i]] / (RATINGS - tests);
    }
    double[] userBias = new double[USERS];
    double[] movieBias = new double[MOVIES];
    for (int round = 0; round < 10; round++) {
      double[] sum = new double[MOVIES];
      double[] count = new double[MOVIES];
      for (int i = tests; i < RATINGS; i++) {
        int r = order[i];
        sum[movie[r]] += rating[r] - mean - userBias[user[r]];
        count[movie[r]]++;
      }
      for (int m = 0; m < MOVIES; m++) {
        movieBias[m] = sum[m] / (5 + count[m]);
      }
      sum = new double[USERS];
      count = new double[USERS];
      for (int i = tests; i < RATINGS; i++) {
        int r = order[i];
        sum[user[r]] += rating[r] - mean - movieBias[movie[r]];
        count[user[r]]++;
      }
      for (int u = 0; u < USERS; u++) {
        userBias[u] = sum[u] / (2 + count[u]);
      }
    }
    // NaN where there is no rating.
    double[][] residual = new double[USERS][MOVIES];
    for (double[] row : residual) {
      Arrays.fill(row, Double.NaN);
    }
    for (int i = tests; i < RATINGS; i++) {
      int r = order[i];
      residual[user[r]][movie[r]] = rating[r] - mean - userBias[user[r]] - movieBias[movie[r]];
    }
    double[][] similarity = similarities(residual);
    double baselineSquares = 0;
    double neighborSquares = 0;
    for (int i = 0; i < tests; i++) {
      int r = order[i];
      double baseline = mean + userBias[user[r]] + movieBias[movie[r]];
      double correction = correction(similarity[user[r]], residual, movie[r]);
      baselineSquares += square(clip(baseline) - rating[r]);
      neighborSquares += square(clip(baseline + correction) - rating[r]);
    }
    return new double[] {Math.sqrt(baselineSquares / tests), Math.sqrt(neighborSquares / tests)};
  }

  /** The cosine over the movies that both rated, shrunk by their number. */
  private static double[][] similarities(double[][] residual) {
    double[][] similarity = new double[USERS][USERS];
    for (int u = 0; u < USERS; u++) {
      for (int v = 0; v < u; v++) {
        double dot = 0;
        double uu = 0;
        double vv = 0;
        int both = 0;
        for (int m = 0; m < MOVIES; m++) {
          double a = residual[u][m];
          double b = residual[v][m];
          if (!Double.isNaN(a) && !Double.isNaN(b)) {
            dot += a * b;
            uu += a * a;
            vv += b * b;
            both++;
          }
        }
        double cosine = uu * vv == 0 ? 0 : dot / Math.sqrt(uu * vv) * both / (both + 100);
        similarity[u][v] = cosine;
        similarity[v][u] = cosine;
      }
    }
    return similarity;
  }

  /** The shrunk mean of the residuals of the most similar users who rated the movie. */
  private static double correction(double[] similarity, double[][] residual, int movie) {
    long[] best = new long[USERS];
    int raters = 0;
    for (int v = 0; v < USERS; v++) {
      if (!Double.isNaN(residual[v][movie]) && similarity[v] > 0) {
        best[raters++] = (Double.doubleToLongBits(similarity[v]) & ~0x3FFL) | v;
      }
    }
    Arrays.sort(best, 0, raters);
    double sum = 0;
    double weight = 0.2;
    for (int i = Math.max(0, raters - NEIGHBORS); i < raters; i++) {
      int v = (int) (best[i] & 0x3FF);
      sum += similarity[v] * residual[v][movie];
      weight += similarity[v];
    }
    return sum / weight;
  }

  private static double clip(double rating) {
    return Math.min(5, Math.max(1, rating));
  }

  private static double square(double error) {
    return error * error;
  }
}
