package io.reelrecs.core.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScratchPoolTest {

  @Test
  void take_givesBackWhatWasGivenBack() {
    ScratchPool<Object> pool = new ScratchPool<>(Object::new);
    Object first = pool.take();
    pool.giveBack(first);

    assertThat(pool.take()).isSameAs(first);
    assertThat(pool.take()).isNotSameAs(first);
  }

  @Test
  void giveBack_keepsNoMoreThanThereAreCores() {
    AtomicInteger made = new AtomicInteger();
    ScratchPool<Integer> pool = new ScratchPool<>(made::incrementAndGet);
    int many = Runtime.getRuntime().availableProcessors() + 5;
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      taken.add(pool.take());
    }
    assertThat(taken).doesNotHaveDuplicates();
    taken.forEach(pool::giveBack);
    for (int i = 0; i < many; i++) {
      pool.take();
    }

    assertThat(made).hasValue(many + 5);
  }
}
