package io.reelrecs.cli.loadtest;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.reelrecs.cli.loadtest.CpuClock.CpuUse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Loads a server with requests and says what came of it. Immutable; runs may follow each other. */
public final class LoadTest {

  /** Requests that were due and could not be sent before the end. */
  private static final String UNSENT = "UNSENT";

  private static final double NANOS = 1e9;

  private final ConnectSettings connect;
  private final LoadSettings load;
  private final OptionalLong serverProcess;

  /**
   * A load test.
   *
   * @param serverProcess the server's process id where it runs on this machine, to see what
   *     processor time it uses
   */
  public LoadTest(ConnectSettings connect, LoadSettings load, OptionalLong serverProcess) {
    this.connect = Objects.requireNonNull(connect, "connect");
    this.load = Objects.requireNonNull(load, "load");
    this.serverProcess = Objects.requireNonNull(serverProcess, "serverProcess");
  }

  /**
   * Connects, sends one request over each connection to see that there is a server, and then loads
   * it. Takes warm-up, duration, and at most two deadlines more.
   *
   * @throws StatusRuntimeException if the server cannot be reached, or refuses the first request
   *     for another reason than that it is overloaded
   * @throws IOException if a file of the settings cannot be read
   * @throws InterruptedException if the thread is interrupted; the load then ends
   */
  public LoadResult run(RequestMix requests) throws IOException, InterruptedException {
    try (Connections connections = Connections.open(connect)) {
      probe(connections, requests.get(0));
      Caller caller = new Caller(connections, requests, load.deadline());
      Loop loop = load.pace().isMax() ? new ClosedLoop(caller, load) : new OpenLoop(caller, load);
      CpuClock cpu = new CpuClock(serverProcess);
      long[] start = new long[1];
      Sending sending =
          loop.run(
              () -> {
                cpu.start();
                start[0] = System.nanoTime();
              });
      double seconds = (System.nanoTime() - start[0]) / NANOS;
      return result(sending, caller.tally(), seconds, cpu.use());
    }
  }

  private void probe(Connections connections, byte[] request) {
    try {
      connections.probe(request, load.deadline());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.RESOURCE_EXHAUSTED) {
        throw e;
      }
    }
  }

  private static LoadResult result(Sending sending, Tally tally, double seconds, CpuUse cpu) {
    Map<String, Long> outcomes = new TreeMap<>(tally.outcomes());
    if (sending.sent() < sending.due()) {
      outcomes.put(UNSENT, sending.due() - sending.sent());
    }
    return new LoadResult(
        sending,
        outcomes,
        seconds,
        tally.sinceDue(),
        tally.sinceSent(),
        tally.failed(),
        cpu.client(),
        cpu.server());
  }
}
