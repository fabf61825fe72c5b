package io.reelrecs.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataSetTest {

  @Test
  void find_id_givesDataSet() {
    assertThat(DataSet.find("ml-1m")).contains(DataSet.ML_1M);
    assertThat(DataSet.find("ml-100k")).contains(DataSet.ML_100K);
    assertThat(DataSet.find("ml-latest-small")).contains(DataSet.ML_LATEST_SMALL);
    assertThat(DataSet.find("ml-32m")).contains(DataSet.ML_32M);
    assertThat(DataSet.find("ml-2m")).isEmpty();
  }

  @Test
  void uri_groupLens_isOverHttps() {
    assertThat(DataSet.ML_1M.uri(DownloadOptions.defaults().base()))
        .isEqualTo(URI.create("https://files.grouplens.org/datasets/movielens/ml-1m.zip"));
  }

  @ParameterizedTest
  @EnumSource(DataSet.class)
  void license_namesTheTermsAndTheirSource(DataSet dataSet) {
    assertThat(dataSet.license())
        .startsWith(dataSet.id())
        .contains("research", "permission", "do not pass it on", "Harper", "README")
        .doesNotEndWith("\n");
  }

  @Test
  void archive_ml100k_hasTheFolds() {
    assertThat(DataSet.ML_100K.archive().files())
        .startsWith("README", "u.genre", "u1.base", "u1.test")
        .endsWith("u5.test", "u.user", "u.item", "u.data");
  }

  @Test
  void options_defaults_arePinned() {
    assertThat(DownloadOptions.defaults())
        .isEqualTo(
            new DownloadOptions(
                DownloadOptions.GROUPLENS,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                ExistingFiles.REFUSE));
  }

  @Test
  void options_baseWithoutSlash_isRefused() {
    DownloadOptions options = DownloadOptions.defaults();
    assertThatThrownBy(() -> options.withBase(URI.create("https://example.org/data")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends in a slash");
  }

  @Test
  void parse_bothFormsOfChecksumFile_giveTheDigits() {
    String digits = "c4d9eecfca2ab87c1945afe126590906";
    assertThat(Md5.parse("MD5 (ml-1m.zip) = " + digits + "\n")).contains(digits);
    assertThat(Md5.parse(digits.toUpperCase(Locale.ROOT) + "  ml-1m.zip\n")).contains(digits);
    assertThat(Md5.parse("a" + digits)).isEmpty();
  }
}
