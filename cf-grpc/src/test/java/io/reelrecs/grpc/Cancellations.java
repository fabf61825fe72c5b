package io.reelrecs.grpc;

import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;

/** Calls of which half are cancelled at some time or other. */
final class Cancellations {

  private static final int AT_ONCE = 100;

  private Cancellations() {}

  /** Makes so many calls, every other one cancelled, and returns when all of them have ended. */
  static void run(int count, List<MLScorerGrpc.MLScorerFutureStub> clients)
      throws InterruptedException {
    Random random = new Random(11);
    Deque<Future<ScoreResponse>> doomed = new ArrayDeque<>();
    Deque<Future<ScoreResponse>> others = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      Future<ScoreResponse> call =
          clients.get(i % clients.size()).scoreCandidates(Requests.plain(i, 3));
      (i % 2 == 0 ? doomed : others).add(call);
      while (doomed.size() > random.nextInt(AT_ONCE / 2)) {
        doomed.remove().cancel(true);
      }
      if (others.size() > AT_ONCE) {
        awaitEnd(others.remove());
      }
    }
    doomed.forEach(call -> call.cancel(true));
    for (Future<ScoreResponse> call : others) {
      awaitEnd(call);
    }
  }

  private static void awaitEnd(Future<?> call) throws InterruptedException {
    Wait.until("the call has ended", call::isDone);
  }
}
