package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.kernel.Kernels;
import io.reelrecs.core.topk.Neighbor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionsTest {

  @Test
  void finish_fillsUpWithZeros_butNeverTheRowItself() {
    Selections selections = new Selections(Kernels.scalar(), 1, 4, 6, true, false);
    selections.offer(0, 1, 0.5);
    selections.offer(0, 3, 0);
    selections.finish(0, 2, 0);

    assertThat(CosineSearchContract.neighbors(selections.graph(), 0))
        .containsExactly(
            new Neighbor(1, 0.5), new Neighbor(0, 0), new Neighbor(3, 0), new Neighbor(4, 0));
  }

  /** A floor that was raised keeps out what cannot be among the k best, and nothing else. */
  @Test
  void raise_changesNothing_thatIsKept() {
    Selections selections = new Selections(Kernels.scalar(), 1, 2, 10, true, false);
    selections.raise(0, 0.5);
    selections.offer(0, 1, 0.4);
    selections.offer(0, 2, 0.5);
    selections.offer(0, 3, 0.7);
    selections.raise(0, 0.3);
    selections.offer(0, 4, 0.45);
    selections.finish(0, -1, 0);

    assertThat(CosineSearchContract.neighbors(selections.graph(), 0))
        .containsExactly(new Neighbor(3, 0.7), new Neighbor(2, 0.5));
  }

  @Test
  void finish_putsASelectionInItsPlace_fewAndMany() {
    for (int k : new int[] {3, 70}) {
      Selections selections = new Selections(Kernels.scalar(), 2, k, 100, false, false);
      for (int row = 0; row < 100; row++) {
        selections.offer(0, row, row);
        selections.offer(1, row, -row);
      }
      selections.finish(0, -1, 1);
      selections.finish(1, -1, 0);

      assertThat(selections.size(0)).isEqualTo(k);
      assertThat(selections.neighbor(0, k - 1)).isEqualTo(k - 1);
      assertThat(selections.similarity(0, 1)).isEqualTo(-1);
      assertThat(selections.neighbor(1, k - 1)).isEqualTo(100 - k);
    }
  }

  @Test
  void floor_isNeverAboveTheThreshold_andNotFarBelow() {
    Selections selections = new Selections(Kernels.scalar(), 1, 3, 1000, false, false);
    Random random = new Random(9);
    List<Double> all = new ArrayList<>();
    for (int row = 0; row < 1000; row++) {
      double cosine = random.nextDouble() * 2 - 1;
      selections.offer(0, row, cosine);
      all.add(cosine);
      all.sort(null);
      if (row >= 2) {
        double third = all.get(all.size() - 3);
        assertThat((double) selections.floor(0)).isLessThan(third).isGreaterThan(third - 1e-6);
      } else {
        assertThat(selections.floor(0)).isEqualTo(Float.NEGATIVE_INFINITY);
      }
    }
  }

  /** Two threads offer the same rows to one selection, in opposite order. */
  @Test
  void offer_isTheSame_fromSeveralThreads() throws InterruptedException {
    int rows = 20_000;
    double[] cosine = new Random(4).ints(rows, 0, 500).asDoubleStream().map(x -> x / 500).toArray();
    Selections alone = new Selections(Kernels.scalar(), 1, 10, rows, true, false);
    for (int row = 0; row < rows; row++) {
      alone.offer(0, row, cosine[row]);
    }
    alone.finish(0, -1, 0);
    for (int times = 0; times < 20; times++) {
      Selections shared = new Selections(Kernels.scalar(), 1, 10, rows, true, true);
      Thread up =
          new Thread(
              () -> {
                for (int row = 0; row < rows; row += 2) {
                  shared.offer(0, row, cosine[row]);
                }
              });
      Thread down =
          new Thread(
              () -> {
                for (int row = rows - 1; row > 0; row -= 2) {
                  shared.offer(0, row, cosine[row]);
                }
              });
      up.start();
      down.start();
      up.join();
      down.join();
      shared.finish(0, -1, 0);

      assertThat(shared.graph()).isEqualTo(alone.graph());
    }
  }
}
