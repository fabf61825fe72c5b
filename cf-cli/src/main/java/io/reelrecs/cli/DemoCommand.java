package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.TrainingRequest;
import io.reelrecs.train.data.ExistingFiles;
import io.reelrecs.train.data.SynthesisParameters;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reelrecs demo}: the whole way in one command, with nothing but the program itself. */
@Command(
    name = "demo",
    description = {
      "See it work: get data if there is none, train, score and recommend.",
      "",
      "Uses models/reelrecs.rrm of the present folder if it is there. If not, trains it on"
          + " data/ratings.dat, which is made up first if it is not there either."
    })
final class DemoCommand implements Callable<Integer> {

  private static final Path RATINGS = Path.of("data", "ratings.dat");
  private static final long USER = 1;
  private static final long MOVIE = 1193;
  private static final int RECOMMENDATIONS = 10;

  @Mixin private OutputOptions output;

  private final CliContext context;

  DemoCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, BadDataException {
    try (Output out = output.open(context)) {
      if (Files.exists(ModelFiles.defaultPath())) {
        out.note("Using the model that is here, " + ModelFiles.DEFAULT + ".");
      } else {
        provideData(out);
        train(out);
      }
      Model model = ModelOptions.load(ModelFiles.defaultPath());
      out.note("\n$ reelrecs score --user " + USER + " --movie " + MOVIE);
      out.note(ScoreRow.HEADING);
      out.write(
          new ScoreRow(
              Asker.of(USER), MOVIE, model.title(MOVIE), Scorer.of(model).score(USER, MOVIE)));
      out.note("\n$ reelrecs recommend --user " + USER + " --n " + RECOMMENDATIONS);
      out.note(RecommendCommand.HEADING);
      RecommendCommand.write(model, new long[] {USER}, RECOMMENDATIONS, out, context);
      out.note(next());
    }
    return ExitCode.OK.status();
  }

  private void provideData(Output out) throws IOException {
    if (Files.exists(RATINGS)) {
      out.note("Using the ratings that are here, " + RATINGS + ".");
      return;
    }
    out.note(
        "There is no "
            + RATINGS
            + " here, so this demo makes data up: synthetic ratings of invented"
            + "\nusers and movies, as many as MovieLens 1M has, long-tailed like it. Not MovieLens.");
    out.note("\n$ reelrecs data synthesize --out " + RATINGS);
    out.flush();
    DataSynthesizeCommand.write(
        SynthesisParameters.defaults(), RATINGS, ExistingFiles.REFUSE, context, out);
  }

  private void train(Output out) throws IOException, BadDataException {
    Path model = ModelFiles.defaultPath();
    out.note("\n$ reelrecs train --ratings " + RATINGS);
    out.flush();
    TrainingRequest request =
        new TrainingRequest(
            RATINGS, Optional.empty(), model, ReadOptions.defaults(), TrainingParameters.DEFAULT);
    out.write(new TrainingRow(TrainCommand.train(request, context, false), model));
    out.flush();
  }

  private static String next() {
    return """

        What next?
          %1$s similar --user 1                users like this one
          %1$s score --user 1 --movies 1,2,3   several movies at once, --json for programs
          %1$s serve --port 50051              the same over gRPC
          %1$s data download ml-1m --force     real ratings in place of these; then train
          %1$s --help                          all commands"""
        .formatted(Text.command());
  }
}
