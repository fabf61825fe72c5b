package io.reelrecs.train;

import io.reelrecs.core.file.OutputFile;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.catalog.MoviesReader;
import io.reelrecs.train.heap.HeapTooSmallException;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a ratings file, trains, and writes the model file; or writes nothing at all. */
public final class TrainingJob {

  private TrainingJob() {}

  /**
   * Runs a training from file to file.
   *
   * @throws BadDataException if an input file is not as it should be
   * @throws IOException if the model file cannot be written
   * @throws HeapTooSmallException if this JVM's heap is too small, before any work if the size of
   *     the file tells, else before the work that is too much for it
   * @throws IllegalArgumentException if it would replace the movies file beside the ratings
   */
  public static TrainingReport run(TrainingRequest request, TrainingListener listener)
      throws BadDataException, IOException {
    OutputFile out = request.output();
    out.checkPlace();
    StepClock clock = new StepClock(listener);
    Optional<Path> movies = request.movies().or(() -> MoviesReader.findBeside(request.ratings()));
    out.checkIsNone("out", movies.stream().toList());
    RatingsGuess.check(request.ratings());
    // The movies first: they are few, and a fault in them should not come after a long reading.
    MovieCatalog catalog =
        movies.isPresent()
            ? clock.time(TrainingStep.CATALOG, () -> MoviesReader.read(movies.get()))
            : MovieCatalog.empty();
    ReadResult read =
        clock.time(
            TrainingStep.READ,
            () ->
                RatingsReader.read(
                    request.ratings(),
                    request.reading().withThreads(request.parameters().threads()),
                    (done, total) -> listener.progress(TrainingStep.READ, done, total)));
    TrainingResult result =
        new Trainer(request.parameters()).train(read.ratings(), catalog, listener, clock);
    long bytes =
        clock.time(TrainingStep.WRITE, () -> ModelFile.write(result.model(), request.out()));
    TrainingSummary summary = result.summary().withSeconds(clock.seconds());
    return new TrainingReport(read, movies, result.model(), summary, bytes);
  }
}
