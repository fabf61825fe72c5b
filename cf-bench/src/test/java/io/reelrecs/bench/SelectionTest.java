package io.reelrecs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  @Test
  void covers_noFilter_everything() {
    assertThat(Selection.of(List.of()).covers("ScoreBenchmark.oneMovie")).isTrue();
  }

  @Test
  void covers_severalFilters_whatMatchesOne() {
    Selection selection = Selection.of(List.of("one(Movie|User)", "^?Grpc"));
    assertThat(selection.covers("ScoreBenchmark.oneMovie")).isTrue();
    assertThat(selection.covers("SearchBenchmark.oneUser")).isTrue();
    assertThat(selection.covers("GrpcBenchmark.candidates200")).isTrue();
    assertThat(selection.covers("ScoreBenchmark.candidates200")).isFalse();
  }

  @Test
  void covers_filterThatMatchesThePackageOnly_nothing() {
    assertThat(Selection.of(List.of("reelrecs")).covers("ScoreBenchmark.oneMovie")).isFalse();
  }

  @Test
  void of_badExpression_refused() {
    assertThatThrownBy(() -> Selection.of(List.of("(")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("filter must be regular expressions, comma-separated, actual: (");
  }
}
