package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixReaderTest {

  @TempDir Path folder;

  private LoadedRatings read(String text, int threads) throws IOException, BadDataException {
    Path file = Files.writeString(folder.resolve("ratings.dat"), text);
    return MatrixReader.read(file, ReadOptions.defaults().withThreads(threads), ReadListener.NONE);
  }

  @Test
  void read_smallFile_isTheMatrixOfIt() throws Exception {
    for (int threads : new int[] {1, 2, 3, 7}) {
      LoadedRatings ratings =
          read("7::30::4::1\n5::10::3.5::1\n7::10::1::1\n7::30::2::2\n", threads);

      assertThat(ratings.users().toArray()).containsExactly(5, 7);
      assertThat(ratings.movies().toArray()).containsExactly(10, 30);
      assertThat(ratings.duplicates()).isEqualTo(1);
      assertThat(ratings.matrix().size()).isEqualTo(3);
      assertThat(ratings.matrix().ratingAt(ratings.matrix().find(1, 1))).isEqualTo(2);
      assertThat(ratings.matrix().scale()).isEqualTo(new RatingScale(1, 3.5, 0.5));
    }
  }

  /** Several blocks, so that several threads have something to do. */
  @Test
  void read_largeFile_doesNotDependOnThreads() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append(i / 100 + 1).append("::").append(i * 7919L % 1013).append("::");
      text.append(1 + i % 5).append("::").append(978_300_000 + i).append('\n');
    }
    LoadedRatings expected = read(text.toString(), 1);
    assertThat(expected.matrix().size() + expected.duplicates()).isEqualTo(60_000);
    for (int threads : new int[] {2, 3, 7}) {
      LoadedRatings ratings = read(text.toString(), threads);

      assertThat(ratings.users().toArray()).isEqualTo(expected.users().toArray());
      assertThat(ratings.duplicates()).isEqualTo(expected.duplicates());
      for (int p = 0; p < expected.matrix().size(); p++) {
        assertThat(ratings.matrix().movieAt(p)).isEqualTo(expected.matrix().movieAt(p));
        assertThat(ratings.matrix().ratingAt(p)).isEqualTo(expected.matrix().ratingAt(p));
        assertThat(ratings.matrix().userAt(p)).isEqualTo(expected.matrix().userAt(p));
      }
    }
  }

  @Test
  void read_badLine_saysWhichOnAnyNumberOfThreads() {
    String good = "1::1193::5::978300760\n".repeat(60_000);
    for (int threads : new int[] {1, 2, 3, 7}) {
      assertThatThrownBy(() -> read(good + "1::x::5::9\n" + good + "y\n", threads))
          .isInstanceOf(BadDataException.class)
          .hasMessageContaining("line 60001, column 4: found \"x\"");
    }
  }
}
