package io.reelrecs.grpc.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.store.ModelSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapHeapTest {

  private static final long MB = 1 << 20;

  private static final ReloadOptions NOT_WARMED = new ReloadOptions(Duration.ZERO, Duration.ZERO);

  @TempDir private Path folder;

  @Test
  void check_twoModelsThatFit_areLet() throws IOException {
    new SwapHeap(100 * MB, 100 * MB, 0, 300 * MB).check();
    assertThat(new SwapHeap(100 * MB, 100 * MB, 0, 256 * MB).fits()).isFalse();
  }

  @Test
  void check_twoModelsThatDoNotFit_saysWhatWould() {
    assertThatThrownBy(() -> new SwapHeap(160 * MB, 170 * MB, 0, 256 * MB).check())
        .isInstanceOf(IOException.class)
        .hasMessage(
            "two models at once need about 410 MB of heap (the one that serves 160, the new one"
                + " 170) and this Java has 256 MB; start Java with -Xmx448m, or restart it to"
                + " change the model");
  }

  /** With the heap that is named it fits, though the cache may take a fifth of that as well. */
  @Test
  void check_twoModelsAndACacheThatDoNotFit_saysWhatWould() {
    SwapHeap tight = new SwapHeap(155 * MB, 155 * MB, 100 * MB, 448 * MB);

    assertThatThrownBy(tight::check)
        .isInstanceOf(IOException.class)
        .hasMessage(
            "two models at once need about 487 MB of heap (the one that serves 155, the new one"
                + " 155, the cache of scores 100) and this Java has 448 MB; start Java with"
                + " -Xmx512m, or restart it to change the model");
    assertThat(new SwapHeap(155 * MB, 155 * MB, 512 * MB / 5, 512 * MB).fits()).isTrue();
  }

  @Test
  void load_besideAModelThatFillsTheHeap_isRefusedBeforeItIsRead() throws IOException {
    Path file = TinyModels.write(1, folder.resolve("m.rrm"));
    ModelLoader loader = ModelLoader.reading(NOT_WARMED);
    long all = Runtime.getRuntime().maxMemory();

    assertThatThrownBy(() -> loader.load(new ModelSource(file).locate(), all))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("two models at once need about");
    assertThat(loader.load(new ModelSource(file).locate(), 1).heapBytes())
        .isEqualTo(ModelFile.heapBytes(file));
  }
}
