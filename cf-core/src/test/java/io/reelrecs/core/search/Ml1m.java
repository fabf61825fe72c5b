package io.reelrecs.core.search;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** MovieLens 1M as a matrix over its whole catalog, and the reference's answers beside it. */
record Ml1m(IdIndex users, IdIndex movies, RatingMatrix ratings, Path golden) {

  /** Reads the data set where the system property or the environment says it is, or skips. */
  static Ml1m readOrSkip() throws IOException {
    String data = System.getProperty("reelrecs.data", System.getenv("REELRECS_DATA"));
    assumeThat(data).as("reelrecs.data or REELRECS_DATA, the folder of ml-1m").isNotNull();
    Path folder = Path.of(data).resolve("ml-1m");
    Path golden = Path.of(data).resolveSibling("golden").resolve("ml-1m");
    assumeThat(folder.resolve("ratings.dat")).exists();
    assumeThat(golden.resolve("scores.csv")).exists();

    long[][] lines =
        Files.readAllLines(folder.resolve("ratings.dat"), StandardCharsets.ISO_8859_1).stream()
            .map(Ml1m::longs)
            .toArray(long[][]::new);
    List<String> catalog =
        Files.readAllLines(folder.resolve("movies.dat"), StandardCharsets.ISO_8859_1);
    IdIndex users = IdIndex.of(column(lines, 0));
    IdIndex movies =
        IdIndex.of(
            LongStream.concat(
                    LongStream.of(column(lines, 1)),
                    catalog.stream().mapToLong(line -> Long.parseLong(line.split("::", 2)[0])))
                .toArray());
    int[] user = new int[lines.length];
    int[] movie = new int[lines.length];
    float[] rating = new float[lines.length];
    for (int i = 0; i < lines.length; i++) {
      user[i] = users.indexOf(lines[i][0]);
      movie[i] = movies.indexOf(lines[i][1]);
      rating[i] = lines[i][2];
    }
    RatingMatrix ratings = RatingMatrix.of(users.size(), movies.size(), user, movie, rating);
    return new Ml1m(users, movies, ratings, golden);
  }

  /** The lines of a golden file without its heading, as fields. */
  List<String[]> golden(String name) throws IOException {
    return Files.readAllLines(golden.resolve(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static long[] longs(String line) {
    String[] fields = line.split("::", -1);
    return new long[] {
      Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2])
    };
  }

  private static long[] column(long[][] lines, int column) {
    long[] values = new long[lines.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = lines[i][column];
    }
    return values;
  }
}
