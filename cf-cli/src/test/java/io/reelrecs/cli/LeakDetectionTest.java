package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LeakDetectionTest {

  private final String before = System.getProperty(LeakDetection.PROPERTY);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(LeakDetection.PROPERTY);
    } else {
      System.setProperty(LeakDetection.PROPERTY, before);
    }
  }

  @Test
  void off_nobodySaidOtherwise_isOff() {
    System.clearProperty(LeakDetection.PROPERTY);

    LeakDetection.off();

    assertThat(System.getProperty(LeakDetection.PROPERTY)).isEqualTo("disabled");
  }

  @Test
  void off_somebodyWantsIt_leavesIt() {
    System.setProperty(LeakDetection.PROPERTY, "paranoid");

    LeakDetection.off();

    assertThat(System.getProperty(LeakDetection.PROPERTY)).isEqualTo("paranoid");
  }
}
