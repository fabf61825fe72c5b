package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.train.data.DataSet;
import io.reelrecs.train.data.DataSetDownloader;
import io.reelrecs.train.data.DownloadOptions;
import io.reelrecs.train.data.ExistingFiles;
import io.reelrecs.train.data.InstalledDataSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelrecs data download}: fetches a MovieLens data set. */
@Command(
    name = "download",
    description = {
      "Fetch a MovieLens data set from GroupLens, ready to train on.",
      "",
      "Goes on where an earlier download broke off, and checks what came. An archive that lies in"
          + " the folder already is used instead of the network."
    })
final class DataDownloadCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "ml-100k, ml-1m, ml-latest-small or ml-32m.")
  private String name;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where the data goes (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "A mirror to fetch from: the address of the folder with the archives.")
  private String mirror;

  @Option(names = "--force", description = "Replace data that is there already.")
  private boolean force;

  @Mixin private OutputOptions output;

  private final CliContext context;

  DataDownloadCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    DataSet dataSet = DataSet.find(name).orElseThrow(this::unknown);
    DownloadOptions options = CommandException.fromOptions(this::options);
    context.err().println(dataSet.license());
    InstalledDataSet installed;
    try (Progress progress = Progress.start(context)) {
      installed =
          new DataSetDownloader(options)
              .download(
                  dataSet,
                  folder,
                  (step, done, total) ->
                      progress.update(step, total > 0 ? (double) done / total : Double.NaN));
    }
    if (installed.source() == InstalledDataSet.Source.LOCAL_ARCHIVE && !installed.verified()) {
      context.err().println("no checksum can be had for this archive: it is used unchecked");
    }
    try (Output out = output.open(context)) {
      out.write(new InstalledRow(dataSet, installed));
    }
    return ExitCode.OK.status();
  }

  private CommandException unknown() {
    String known =
        Arrays.stream(DataSet.values())
            .map(set -> Text.format("%n  %-16s %s", set.id(), set.summary()))
            .collect(Collectors.joining());
    return new CommandException(
        ExitCode.USAGE, "there is no data set \"" + name + "\"; there are:" + known);
  }

  private DownloadOptions options() {
    DownloadOptions options =
        DownloadOptions.defaults()
            .withExisting(force ? ExistingFiles.REPLACE : ExistingFiles.REFUSE);
    if (mirror == null) {
      return options;
    }
    try {
      return options.withBase(URI.create(mirror.endsWith("/") ? mirror : mirror + "/"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--from: " + e.getMessage(), e);
    }
  }

  private record InstalledRow(DataSet dataSet, InstalledDataSet installed) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(
          dataSet.id()
              + " is in "
              + installed.folder()
              + ", and its ratings in "
              + installed.ratings()
              + "\n");
      text.append(
          "Train on it with: " + Text.command() + " train --ratings " + installed.ratings());
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("name").value(dataSet.id());
      json.name("folder").value(installed.folder().toString());
      json.name("ratings_file").value(installed.ratings().toString());
      json.name("movies_file").value(installed.movies().toString());
      json.name("source").value(installed.source().name().toLowerCase(Locale.ROOT));
      json.name("verified").value(installed.verified());
    }
  }
}
