import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.KernelInfo;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes what the peers work on, from a model that {@code reelrecs train} made of the ratings file,
 * and ReelRecs' own answer to check theirs against. Run from its source, with ReelRecs' jars on the
 * class path; arguments: the model, the folder to write to, k. All numbers are little-endian.
 *
 * <ul>
 *   <li>{@code ratings.bin}: users, movies, ratings; where each user's ratings begin, and their end;
 *       the movies; the ratings as floats. Movies that nobody rated are left out.
 *   <li>{@code sample.bin}: users, candidates each; the users; the candidates, user after user.
 *   <li>{@code reelrecs.neighbors}: rows, k; the neighbors; their similarities as doubles.
 * </ul>
 */
final class Export {

  private static final int SAMPLE = 1000;
  private static final int CANDIDATES = 200;
  private static final long SEED = 20261124;

  private Export() {}

  /** Runs. */
  public static void main(String[] args) throws IOException {
    RatingMatrix ratings = ModelFile.read(Path.of(args[0])).ratings();
    Path folder = Files.createDirectories(Path.of(args[1]));
    int k = Math.min(Integer.parseInt(args[2]), ratings.users() - 1);

    int movies = writeRatings(ratings, folder.resolve("ratings.bin"));
    writeSample(ratings.users(), movies, folder.resolve("sample.bin"));
    NeighborGraph graph =
        CosineSearch.over(UnitRows.of(ratings, MissingRating.ZERO))
            .nearestOfAll(
                new SearchOptions(k, SearchOptions.DEFAULT.threads()), SearchListener.NONE);
    writeNeighbors(graph, k, folder.resolve("reelrecs.neighbors"));
    System.out.printf(
        "{\"users\":%d,\"movies\":%d,\"ratings\":%d,\"kernel\":\"%s-%d\"}%n",
        ratings.users(),
        movies,
        ratings.size(),
        KernelInfo.active().name(),
        KernelInfo.active().bits());
  }

  private static ByteBuffer buffer(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int writeRatings(RatingMatrix ratings, Path file) throws IOException {
    int[] column = new int[ratings.movies()];
    int movies = 0;
    for (int movie = 0; movie < column.length; movie++) {
      column[movie] = movies;
      movies += ratings.columnLength(movie) > 0 ? 1 : 0;
    }
    ByteBuffer out = buffer(4L * (4 + ratings.users() + 2L * ratings.size()));
    out.putInt(ratings.users()).putInt(movies).putInt(ratings.size());
    for (int user = 0; user < ratings.users(); user++) {
      out.putInt(ratings.rowStart(user));
    }
    out.putInt(ratings.size());
    for (int p = 0; p < ratings.size(); p++) {
      out.putInt(column[ratings.movieAt(p)]);
    }
    for (int p = 0; p < ratings.size(); p++) {
      out.putFloat(ratings.ratingAt(p));
    }
    Files.write(file, out.array());
    return movies;
  }

  private static void writeSample(int users, int movies, Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    ByteBuffer out = buffer(4L * (2 + SAMPLE + (long) SAMPLE * CANDIDATES));
    out.putInt(SAMPLE).putInt(CANDIDATES);
    for (int i = 0; i < SAMPLE; i++) {
      out.putInt(random.nextInt(users));
    }
    for (int i = 0; i < SAMPLE * CANDIDATES; i++) {
      out.putInt(random.nextInt(movies));
    }
    Files.write(file, out.array());
  }

  private static void writeNeighbors(NeighborGraph graph, int k, Path file) throws IOException {
    int size = graph.rows() * k;
    ByteBuffer out = buffer(8 + 12L * size);
    out.putInt(graph.rows()).putInt(k);
    for (int slot = 0; slot < size; slot++) {
      out.putInt(graph.neighbor(slot / k, slot % k));
    }
    for (int slot = 0; slot < size; slot++) {
      out.putDouble(graph.similarity(slot / k, slot % k));
    }
    Files.write(file, out.array());
  }
}
