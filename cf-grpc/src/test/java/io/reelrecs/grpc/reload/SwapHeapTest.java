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

  @TempDir private Path folder;

  @Test
  void check_twoModelsThatFit_areLet() throws IOException {
    new SwapHeap(100 * MB, 100 * MB, 300 * MB).check();
    assertThat(new SwapHeap(100 * MB, 100 * MB, 256 * MB).fits()).isFalse();
  }

  @Test
  void check_twoModelsThatDoNotFit_saysWhatWould() {
    assertThatThrownBy(() -> new SwapHeap(160 * MB, 170 * MB, 256 * MB).check())
        .isInstanceOf(IOException.class)
        .hasMessage(
            "two models at once need about 410 MB of heap (the one that serves 160, the new one"
                + " 170) and this Java has 256 MB; start Java with -Xmx448m, or restart it to"
                + " change the model");
  }

  @Test
  void load_besideAModelThatFillsTheHeap_isRefusedBeforeItIsRead() throws IOException {
    Path file = TinyModels.write(1, folder.resolve("m.rrm"));
    ModelLoader loader = ModelLoader.reading(Duration.ZERO);
    long all = Runtime.getRuntime().maxMemory();

    assertThatThrownBy(() -> loader.load(new ModelSource(file).locate(), all))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("two models at once need about");
    assertThat(loader.load(new ModelSource(file).locate(), 1).heapBytes())
        .isEqualTo(ModelFile.heapBytes(file));
  }
}
