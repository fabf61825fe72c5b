package io.reelrecs.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.reelrecs.cli.loadtest.ConnectSettings;
import io.reelrecs.cli.loadtest.LoadResult;
import io.reelrecs.cli.loadtest.LoadSettings;
import io.reelrecs.cli.loadtest.LoadTest;
import io.reelrecs.cli.loadtest.Pace;
import io.reelrecs.cli.loadtest.RequestMix;
import io.reelrecs.cli.loadtest.Sending;
import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs loadtest}: how a server does under load. */
@Command(
    name = "loadtest",
    description = {
      "Load a server with requests at a constant rate, and measure its latency.",
      "",
      "Latency counts from when a request was due, not from when it could be sent."
    })
final class LoadtestCommand implements Callable<Integer> {

  private static final double NANOS = 1e9;

  @Option(
      names = "--rate",
      paramLabel = "R|max",
      defaultValue = "1000",
      converter = PaceConverter.class,
      description =
          "Requests a second, or max: the next after an answer (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(names = "--poisson", description = "Spread them as independent clients would.")
  private boolean poisson;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = DurationConverter.class,
      description = "How long to measure (default: ${DEFAULT-VALUE}).")
  private Duration duration;

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationConverter.class,
      description = "How long to send before that (default: ${DEFAULT-VALUE}).")
  private Duration warmup;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Requests under way: at most 5000, or with max always 64 (the defaults).")
  private Integer concurrency;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "How long a request may take (default: ${DEFAULT-VALUE}).")
  private Duration deadline;

  @Mixin private ConnectOptions connect;
  @Mixin private TrafficOptions traffic;

  @Option(
      names = "--server-pid",
      paramLabel = "PID",
      description = "The server's process here, to see its processor time.")
  private Long serverPid;

  @Mixin private LoadLimits limits;
  @Mixin private OutputOptions output;

  private final CliContext context;

  LoadtestCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, BadDataException {
    ConnectSettings server = CommandException.fromOptions(connect::settings);
    LoadSettings load = CommandException.fromOptions(this::load);
    if (traffic.isToWrite()) {
      traffic.write();
      return ExitCode.OK.status();
    }
    OptionalLong process = serverPid == null ? OptionalLong.empty() : OptionalLong.of(serverPid);
    RequestMix requests = traffic.requests();
    LoadResult result;
    try (Progress progress = Progress.start(context)) {
      progress.update("Loading " + server.target(), Double.NaN);
      result = new LoadTest(server, load, process).run(requests);
    } catch (StatusRuntimeException e) {
      throw unreachable(server, e);
    }
    try (Output out = output.open(context)) {
      out.write(new LoadtestRow(server, load, traffic.candidates(), result));
    }
    judge(load, result.sending());
    limits.check(result);
    return ExitCode.OK.status();
  }

  private LoadSettings load() {
    Pace.Arrivals arrivals = poisson ? Pace.Arrivals.POISSON : Pace.Arrivals.CONSTANT;
    Pace pace = new Pace(rate, arrivals);
    int most = pace.isMax() ? LoadSettings.DEFAULT_CONCURRENCY : LoadSettings.DEFAULT_BOUND;
    return new LoadSettings(
        warmup, pace, duration, concurrency == null ? most : concurrency, deadline, traffic.seed());
  }

  private static CommandException unreachable(ConnectSettings server, StatusRuntimeException e) {
    Status status = e.getStatus();
    String reason = status.getCode().name();
    reason += status.getDescription() == null ? "" : ": " + status.getDescription();
    Throwable cause = status.getCause();
    reason += cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    boolean absent = status.getCode() == Status.Code.UNAVAILABLE;
    String what = absent ? "cannot reach " : "the first request was refused by ";
    String advice =
        absent
            ? "\nStart a server with: "
                + Text.command()
                + " serve --port "
                + server.target().port()
                + ", or name another with --target"
            : "";
    return new CommandException(
        ExitCode.UNREACHABLE, what + server.target() + ": " + reason + advice, e);
  }

  /** Says so where the figures are not those of the pace that was asked for. */
  private void judge(LoadSettings load, Sending sending) {
    String missed =
        Text.format(
            "asked for %,.0f requests/s, sent %,.0f, one of a hundred more than %s late",
            load.pace().perSecond(), sending.rate(), Text.seconds(sending.lag().p99() / NANOS));
    switch (sending.verdict()) {
      case CLIENT_TOO_SLOW ->
          context
              .err()
              .println(
                  "THE CLIENT DID NOT KEEP THE RATE: "
                      + missed
                      + ".\nThe latency is the client's as much as the server's; lower --rate, or"
                      + " give the client cores of its own.");
      case SERVER_TOO_SLOW ->
          context
              .err()
              .println(
                  "THE SERVER DID NOT KEEP THE RATE: "
                      + missed
                      + Text.format(
                          "; %,d waited because %,d were under way.",
                          sending.waited(), load.concurrency()));
      case KEPT -> {}
    }
  }
}
