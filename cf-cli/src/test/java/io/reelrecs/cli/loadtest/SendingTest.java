package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.cli.loadtest.Sending.Verdict;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SendingTest {

  @Test
  void verdict_fewLate_isKept() {
    assertThat(sending(1_000, 1_000, 10, 0).verdict()).isEqualTo(Verdict.KEPT);
    assertThat(sending(1_000, 1_000, 10, 10).verdict()).isEqualTo(Verdict.KEPT);
  }

  @Test
  void verdict_manyLate_isTheFaultOfWhomTheyWaitedFor() {
    assertThat(sending(1_000, 1_000, 11, 0).verdict()).isEqualTo(Verdict.CLIENT_TOO_SLOW);
    assertThat(sending(1_000, 1_000, 11, 1).verdict()).isEqualTo(Verdict.SERVER_TOO_SLOW);
  }

  @Test
  void verdict_someUnsent_isNotKept() {
    assertThat(sending(1_000, 999, 0, 1).verdict()).isEqualTo(Verdict.SERVER_TOO_SLOW);
  }

  @Test
  void rate_isOfWhatWasSent() {
    assertThat(sending(1_000, 500, 0, 0).rate()).isEqualTo(250);
    assertThat(new Sending(0, 0, 0, Times.of(Tally.single()), 0).rate()).isZero();
  }

  /** Requests of two seconds, of which so many are sent a second late. */
  private static Sending sending(long due, long sent, long late, long waited) {
    Histogram lag = Tally.single();
    for (int i = 0; i < sent; i++) {
      Tally.add(lag, i < late ? TimeUnit.SECONDS.toNanos(1) : 1_000);
    }
    return new Sending(due, 2, sent, Times.of(lag), waited);
  }
}
