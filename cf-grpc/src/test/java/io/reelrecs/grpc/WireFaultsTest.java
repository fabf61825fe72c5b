package io.reelrecs.grpc;

import io.reelrecs.grpc.wire.WireFault;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is treated badly serves everybody else on. {@link WireFaultsProof} does more. */
@Timeout(120)
class WireFaultsTest {

  @ParameterizedTest
  @EnumSource
  void fault_twice_theServerServesOn(WireFault fault) throws Exception {
    WireFaults.inflict(fault, 2);
  }
}
