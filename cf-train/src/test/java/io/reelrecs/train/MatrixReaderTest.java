package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixReaderTest {

  @TempDir private Path folder;

  @Test
  void read_file_isTheMatrixInTheOrderOfIds() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("ratings.dat"), "9::70::5::1\n4::80::2::1\n9::30::1::1\n9::30::3::2\n");

    RatingMatrix matrix = MatrixReader.read(file, ReadOptions.defaults());

    assertThat(matrix.users()).isEqualTo(2);
    assertThat(matrix.movies()).isEqualTo(3);
    assertThat(matrix.size()).isEqualTo(3);
    assertThat(matrix.movieAt(matrix.rowStart(0))).isEqualTo(2);
    assertThat(matrix.ratingAt(matrix.rowStart(0))).isEqualTo(2);
    assertThat(matrix.movieAt(matrix.rowStart(1))).isZero();
    assertThat(matrix.ratingAt(matrix.rowStart(1))).as("the later rating").isEqualTo(3);
  }

  @Test
  void read_malformedLine_isBadData() throws Exception {
    Path file = Files.writeString(folder.resolve("ratings.dat"), "1::1::5::1\n1::2::good::1\n");

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> MatrixReader.read(file, ReadOptions.defaults()))
        .withMessageContaining("line 2");
  }
}
