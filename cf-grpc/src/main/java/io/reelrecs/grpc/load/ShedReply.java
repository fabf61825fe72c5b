package io.reelrecs.grpc.load;

import com.google.protobuf.Any;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a client is told whose request is shed: RESOURCE_EXHAUSTED and how long to wait, both as the
 * header that gRPC's own retries obey and as {@code google.rpc.RetryInfo}. Shedding has to be
 * cheap, so a few answers are made beforehand and one of them is drawn; they differ in the wait,
 * which keeps clients from coming back all at once.
 *
 * <p>Immutable and thread-safe.
 */
public final class ShedReply {

  static final Metadata.Key<String> PUSHBACK =
      Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);
  static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private static final int ANSWERS = 32;
  private static final Status STATUS =
      Status.RESOURCE_EXHAUSTED.withDescription(
          "the server has as much to do as it takes on; try again a little later, or elsewhere");

  private final String[] waits = new String[ANSWERS];
  private final byte[][] details = new byte[ANSWERS][];

  /** Answers that ask to wait so long on average, at least half a millisecond. */
  public ShedReply(Duration average) {
    for (int i = 0; i < ANSWERS; i++) {
      long millis = Math.max(1, Math.round(average.toMillis() * (0.5 + i / (ANSWERS - 1.0))));
      waits[i] = Long.toString(millis);
      details[i] = details(Duration.ofMillis(millis));
    }
  }

  private static byte[] details(Duration wait) {
    RetryInfo retry =
        RetryInfo.newBuilder()
            .setRetryDelay(
                com.google.protobuf.Duration.newBuilder()
                    .setSeconds(wait.getSeconds())
                    .setNanos(wait.getNano()))
            .build();
    return com.google.rpc.Status.newBuilder()
        .setCode(STATUS.getCode().value())
        .setMessage(STATUS.getDescription())
        .addDetails(Any.pack(retry))
        .build()
        .toByteArray();
  }

  /** What became of the request. */
  public Status status() {
    return STATUS;
  }

  /** Trailers with one of the waits. */
  public Metadata trailers() {
    int i = ThreadLocalRandom.current().nextInt(ANSWERS);
    Metadata trailers = new Metadata();
    trailers.put(PUSHBACK, waits[i]);
    trailers.put(DETAILS, details[i]);
    return trailers;
  }
}
