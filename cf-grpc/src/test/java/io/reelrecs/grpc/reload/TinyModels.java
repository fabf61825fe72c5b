package io.reelrecs.grpc.reload;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.ModelManifest;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Models of 20 users and 30 movies, ids from 1 on, whose answers differ from seed to seed. */
public final class TinyModels {

  public static final int USERS = 20;
  public static final int MOVIES = 30;

  private TinyModels() {}

  public static Model of(long seed) {
    Random random = new Random(seed);
    int size = USERS * MOVIES / 3;
    int[] user = new int[size];
    int[] movie = new int[size];
    float[] rating = new float[size];
    for (int i = 0; i < size; i++) {
      int cell = 3 * i + random.nextInt(3);
      user[i] = cell / MOVIES;
      movie[i] = cell % MOVIES;
      rating[i] = i < 2 ? 1 + 4 * i : 1 + random.nextInt(5);
    }
    RatingMatrix ratings = RatingMatrix.of(USERS, MOVIES, user, movie, rating);
    return new Model(
        ModelManifest.of(
            "reference", Map.of("k", "5", "missing", "ZERO"), "sha256:" + seed, "test 1"),
        ids(USERS),
        ids(MOVIES),
        ratings,
        MissingRating.ZERO,
        Baseline.of(3, random.doubles(USERS, -1, 1).toArray(), new double[MOVIES], 5),
        CosineSearch.over(UnitRows.of(ratings, MissingRating.ZERO))
            .nearestOfAll(new SearchOptions(5, 1), SearchListener.NONE),
        MovieCatalog.empty());
  }

  private static IdIndex ids(int size) {
    return IdIndex.of(LongStream.rangeClosed(1, size).toArray());
  }

  /** The seed of a model that was made here. */
  static long seedOf(Model model) {
    return Long.parseLong(model.manifest().fingerprint().substring("sha256:".length()));
  }

  /** Writes the model of that seed. */
  public static Path write(long seed, Path file) throws IOException {
    ModelFile.write(of(seed), file);
    return file;
  }

  /** The bytes of a file, of which one is wrong. */
  public static byte[] damaged(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    return bytes;
  }
}
