package io.reelrecs.cli.loadtest;

import io.grpc.ClientCall;
import java.time.Duration;

/** The way to a server. Thread-safe. */
interface Wire {

  /**
   * Sends a request and returns at once.
   *
   * @param number which one, from 0 on
   * @param deadline the time it may take
   * @param listener hears of the answer, on any thread; it is closed in any case
   */
  void send(long number, byte[] request, Duration deadline, ClientCall.Listener<Integer> listener);
}
