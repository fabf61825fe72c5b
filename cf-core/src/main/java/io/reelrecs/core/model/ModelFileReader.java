package io.reelrecs.core.model;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.JointMatrices;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.LearnedSections.Movies;
import io.reelrecs.core.model.LearnedSections.Users;
import io.reelrecs.core.search.NeighborGraph;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads a model file: the frame first, then each section, and trusts nothing that it says. Sections
 * of matrices, which are most of a file, may be read on threads of their own. Whatever the number
 * of threads, of several faults the first in the file is reported.
 */
final class ModelFileReader {

  private static final String RETRAIN = "; train the model again";

  /**
   * What a rating takes on the heap beyond its bytes in the file: 16 in the rating matrix, and what
   * a scorer and a regression keep beside it. Seen: 17 to 29.
   */
  private static final long HEAP_BYTES_PER_RATING = 30;

  private final FileChannel channel;
  private final SectionTable table;

  private final int threads;
  private final Runnable between;

  private ModelFileReader(FileChannel channel, int threads, Runnable between) throws IOException {
    this.channel = channel;
    table = SectionTable.read(channel);
    this.threads = threads;
    this.between = between;
  }

  static Model read(Path file, int threads, Runnable between) throws IOException {
    return reading(file, threads, between, ModelFileReader::readAll);
  }

  static long heapBytes(Path file) throws IOException {
    return reading(file, 1, () -> {}, ModelFileReader::heapBytes);
  }

  /** What is done with an open file. */
  private interface Task<T> {
    T run(ModelFileReader reader) throws IOException;
  }

  private static <T> T reading(Path file, int threads, Runnable between, Task<T> task)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw new ModelFormatException("header", 0, file + " is a directory, not a model file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return task.run(new ModelFileReader(channel, threads, between));
    } catch (ModelFormatException e) {
      throw new ModelFormatException(
          e.section(), e.offset(), file + ": " + e.problem() + RETRAIN, e);
    }
  }

  private long heapBytes() throws IOException {
    ModelSections.Head head = read(Section.MANIFEST, ModelSections::readManifest);
    return channel.size() + HEAP_BYTES_PER_RATING * head.ratings();
  }

  private Model readAll() throws IOException {
    ModelSections.Head head = read(Section.MANIFEST, ModelSections::readManifest);
    IdIndex users = read(Section.USERS, ModelSections::readIds);
    IdIndex movies = read(Section.MOVIES, ModelSections::readIds);
    int movieCount = movies.size();
    FutureTask<Optional<JointMatrices>> matrices =
        task(Section.MATRICES, in -> MatrixSections.readAll(movieCount, in));
    FutureTask<Ranking> ranking =
        task(Section.RANKING, in -> LearnedSections.readRanking(users.size(), movieCount, in));
    begin(matrices, ranking);
    RatingMatrix ratings =
        read(Section.RATINGS, in -> ModelSections.readRatings(users.size(), movieCount, in));
    Baseline baseline =
        read(Section.BASELINE, in -> ModelSections.readBaseline(users.size(), movieCount, in));
    NeighborGraph neighbors =
        read(Section.NEIGHBORS, in -> ModelSections.readNeighbors(users.size(), in));
    MovieCatalog catalog = read(Section.CATALOG, ModelSections::readCatalog);
    Optional<Users> byUsers =
        read(Section.USER_REGRESSION, in -> LearnedSections.readUsers(ratings.size(), in));
    Optional<Movies> byMovies =
        read(Section.MOVIE_REGRESSION, in -> LearnedSections.readMovies(ratings.size(), in));
    Learned learned = learned(byUsers, byMovies, end(matrices), end(ranking));
    checkHead(head, ratings);
    return new Model(
        head.manifest(),
        users,
        movies,
        ratings,
        head.missing(),
        baseline,
        neighbors,
        catalog,
        learned);
  }

  private <T> T read(Section section, SectionReader.Decoder<T> decoder) throws IOException {
    return SectionReader.decode(channel, table.entry(section), between, decoder);
  }

  private <T> FutureTask<T> task(Section section, SectionReader.Decoder<T> decoder) {
    return new FutureTask<>(() -> read(section, decoder));
  }

  /** Lets threads begin with large sections; this one takes what they have not come to. */
  private void begin(FutureTask<?> first, FutureTask<?> second) {
    if (threads == 2) {
      start(
          () -> {
            first.run();
            second.run();
          });
    } else if (threads > 2) {
      start(first);
      start(second);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "reelrecs-model-reader");
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads it now where that was not begun, or else waits for it. */
  private static <T> T end(FutureTask<T> task) throws IOException {
    task.run(); // of one that runs already, nothing
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("the reading was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Learned learned(
      Optional<Users> byUsers,
      Optional<Movies> byMovies,
      Optional<JointMatrices> matrices,
      Ranking ranking)
      throws ModelFormatException {
    int expected = (byUsers.isPresent() ? 2 : 0) + (byMovies.isPresent() ? 1 : 0);
    int found = matrices.map(JointMatrices::size).orElse(0);
    if (found != expected) {
      throw new ModelFormatException(
          Section.MATRICES.tag(),
          table.entry(Section.MATRICES).start(),
          "a number of matrices of " + found + ", not " + expected);
    }
    return new Learned(
        byUsers.map(users -> users.with(matrices.get().matrix(0), matrices.get().matrix(1))),
        byMovies.map(movies -> movies.with(matrices.get().matrix(found - 1))),
        ranking);
  }

  private static void checkHead(ModelSections.Head head, RatingMatrix ratings)
      throws ModelFormatException {
    boolean same =
        head.users() == ratings.users()
            && head.movies() == ratings.movies()
            && head.ratings() == ratings.size()
            && Double.compare(head.lo(), ratings.scale().lo()) == 0
            && Double.compare(head.hi(), ratings.scale().hi()) == 0;
    if (!same) {
      throw new ModelFormatException(
          Section.MANIFEST.tag(),
          ModelFile.HEADER_BYTES,
          "counts or scale differ from the ratings");
    }
  }
}
