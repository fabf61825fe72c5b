package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelHeapBytesTest {

  @TempDir private Path folder;

  @Test
  void heapBytes_isTheFileAndMoreForEachRating() throws IOException {
    Model model = SampleModels.random(20, 15, 0.4, new float[] {1, 3, 5}, 1);
    Path file = folder.resolve("m.rrm");
    long bytes = ModelFile.write(model, file);

    assertThat(ModelFile.heapBytes(file)).isEqualTo(bytes + 30L * model.ratings().size());
  }

  @Test
  void read_inNoHurry_callsBetweenPieces_andReadsTheSame() throws IOException {
    Path file = folder.resolve("m.rrm");
    ModelFile.write(SampleModels.random(20, 15, 0.4, new float[] {1, 3, 5}, 1), file);
    AtomicInteger calls = new AtomicInteger();

    Model read = ModelFile.read(file, calls::incrementAndGet);

    assertThat(calls).hasValueGreaterThan(5);
    Path again = folder.resolve("again.rrm");
    ModelFile.write(read, again);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void heapBytes_ofNoModel_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("m.rrm"), "not a model at all");

    assertThatThrownBy(() -> ModelFile.heapBytes(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(file + ": the file is not a ReelRecs model");
    assertThatThrownBy(() -> ModelFile.heapBytes(folder)).isInstanceOf(ModelFormatException.class);
    assertThatThrownBy(() -> ModelFile.heapBytes(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
