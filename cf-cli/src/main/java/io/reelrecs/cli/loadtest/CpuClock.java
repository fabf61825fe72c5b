package io.reelrecs.cli.loadtest;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalLong;

/** The processor time of this process, and of the server where its process id is known. */
final class CpuClock {

  private final OperatingSystemMXBean own =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final OptionalLong server;
  private long ownStart;
  private long serverStart;

  CpuClock(OptionalLong server) {
    this.server = server;
  }

  /** Starts, or starts anew. */
  void start() {
    ownStart = own.getProcessCpuTime();
    serverStart = serverTime();
  }

  /** What was used since the start. */
  CpuUse use() {
    long ownUse = own.getProcessCpuTime() - ownStart;
    long end = serverTime();
    boolean known = end >= serverStart && serverStart > 0;
    return new CpuUse(ownUse, known ? OptionalLong.of(end - serverStart) : OptionalLong.empty());
  }

  /** In the 10 ms or so that the system counts in; 0 where it does not tell. */
  private long serverTime() {
    if (server.isEmpty()) {
      return 0;
    }
    return ProcessHandle.of(server.getAsLong())
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElse(0L);
  }

  /**
   * Processor time in nanoseconds.
   *
   * @param client of this process
   * @param server of the server's; empty where it is not known
   */
  record CpuUse(long client, OptionalLong server) {}
}
