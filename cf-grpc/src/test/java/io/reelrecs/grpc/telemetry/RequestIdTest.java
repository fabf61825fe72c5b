package io.reelrecs.grpc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdTest {

  @Test
  void of_fitId_keepsIt() {
    assertKept("0af7651916cd43dd8448eb211c80319c");
    assertKept("a/b:c-d_e.f~!");
    assertKept("x".repeat(RequestId.MAX_LENGTH));
  }

  @Test
  void of_unfitId_makesOne() {
    assertMade("");
    assertMade("x".repeat(RequestId.MAX_LENGTH + 1));
    assertMade("with space");
    assertMade("line\nfeed");
    assertMade("\u007f");
  }

  @Test
  void of_noId_makesADifferentOneEachTime() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = RequestId.of(new Metadata());
      assertThat(id).matches("[0-9a-f]{16}");
      made.add(id);
    }
    assertThat(made).hasSize(1_000);
  }

  private static void assertKept(String id) {
    assertThat(RequestId.of(headers(id))).isEqualTo(id);
  }

  private static void assertMade(String id) {
    assertThat(RequestId.of(headers(id))).isNotEqualTo(id).matches("[0-9a-f]{16}");
  }

  private static Metadata headers(String id) {
    Metadata headers = new Metadata();
    headers.put(RequestId.KEY, id);
    return headers;
  }
}
