package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.train.data.ExistingFiles;
import io.reelrecs.train.data.SynthesisParameters;
import io.reelrecs.train.data.SynthesisShape;
import io.reelrecs.train.data.SynthesisSize;
import io.reelrecs.train.data.SynthesizedFiles;
import io.reelrecs.train.data.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs data synthesize}: makes a data set up. */
@Command(
    name = "synthesize",
    description = {
      "Make up a data set in MovieLens format: ratings, and movies and users beside them.",
      "",
      "Nobody's real ratings: invented users with invented tastes, a few of them very active, and"
          + " invented movies, a few of them very popular. The same options give the same bytes"
          + " everywhere."
    })
final class DataSynthesizeCommand implements Callable<Integer> {

  @Option(
      names = "--size",
      paramLabel = "ml-1m|ml-32m|ml-100m",
      defaultValue = "ml-1m",
      converter = ChoiceConverter.Size.class,
      description =
          "As large as MovieLens 1M or 32M, or 100 million ratings of 628,000 users and 100,000"
              + " movies (default: ${DEFAULT-VALUE}).")
  private SynthesisSize size;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "How many users (default: the size's).")
  private Integer users;

  @Option(
      names = "--movies",
      paramLabel = "N",
      description = "How many movies (default: the size's).")
  private Integer movies;

  @Option(
      names = "--ratings",
      paramLabel = "N",
      description = "How many ratings (default: the size's).")
  private Long ratings;

  @Option(
      names = "--shape",
      paramLabel = "ml-1m|ml-32m",
      converter = ChoiceConverter.Shape.class,
      description =
          "Whether most movies are known or most hardly at all (default: the size's, ml-32m for"
              + " ml-100m).")
  private SynthesisShape shape;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number gives other data of the same kind (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--half-stars",
      negatable = true,
      description = "Ratings of 0.5 to 5 in half stars, or 1 to 5 (default: the size's).")
  private Boolean halfStars;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "data/ratings.dat",
      description = "The ratings file to write (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  @Mixin private OutputOptions output;

  private final CliContext context;

  DataSynthesizeCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    SynthesisParameters parameters = CommandException.fromOptions(this::parameters);
    try (Output data = output.open(context)) {
      write(parameters, out, force ? ExistingFiles.REPLACE : ExistingFiles.REFUSE, context, data);
    }
    return ExitCode.OK.status();
  }

  private SynthesisParameters parameters() {
    SynthesisParameters.Builder builder = size.builder().seed(seed);
    Optional.ofNullable(users).ifPresent(builder::users);
    Optional.ofNullable(movies).ifPresent(builder::movies);
    Optional.ofNullable(ratings).ifPresent(builder::ratings);
    Optional.ofNullable(halfStars).ifPresent(builder::halfStars);
    Optional.ofNullable(shape).ifPresent(builder::shape);
    return builder.build();
  }

  /** Makes the files, with a progress bar where a person is looking, and says what was made. */
  static void write(
      SynthesisParameters parameters,
      Path file,
      ExistingFiles existing,
      CliContext context,
      Output output)
      throws IOException {
    SynthesizedFiles files;
    try (Progress progress = Progress.start(context)) {
      files =
          new Synthesizer()
              .write(
                  parameters,
                  file,
                  existing,
                  (step, done, total) ->
                      progress.update("making up " + step, (double) done / total));
    }
    output.write(new SynthesizedRow(parameters, files, Files.size(files.ratings())));
  }

  private record SynthesizedRow(SynthesisParameters parameters, SynthesizedFiles files, long bytes)
      implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(
          "made up "
              + Text.count(parameters.ratings())
              + " ratings of "
              + Text.count(parameters.users())
              + " users and "
              + Text.count(parameters.movies())
              + " movies: "
              + files.ratings()
              + ", "
              + Text.bytes(bytes)
              + ", with "
              + files.movies().getFileName()
              + " and "
              + files.users().getFileName()
              + " beside it\n");
      text.append("Train on it with: " + Text.command() + " train --ratings " + files.ratings());
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("ratings_file").value(files.ratings().toString());
      json.name("movies_file").value(files.movies().toString());
      json.name("users_file").value(files.users().toString());
      json.name("users").value(parameters.users());
      json.name("movies").value(parameters.movies());
      json.name("ratings").value(parameters.ratings());
      json.name("seed").value(parameters.seed());
      json.name("half_stars").value(parameters.halfStars());
      json.name("shape").value(ChoiceConverter.label(parameters.shape()));
      json.name("bytes").value(bytes);
    }
  }
}
