package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.KernelSwitch;
import io.reelrecs.core.kernel.Kernels;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleModels;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The answers of the Python service on MovieLens 1M, where that data is. */
class GoldenParityTest {

  private static final int NEIGHBORS = 3_000;
  private static final int SCORES = 8_969;
  private static final int UNANSWERED = 4524;
  private static final int K = 20;

  private static Ml1m data;
  private static UnitRows rows;

  @BeforeAll
  static void read() throws IOException {
    data = Ml1m.readOrSkip();
    rows = UnitRows.of(data.ratings(), MissingRating.ZERO);
  }

  /** The users asked for alone, so that the run at an emulated width stays short. */
  @Test
  @Tag("kernel")
  void nearestOfEach_isTheReferences_onTheActiveKernel() throws IOException {
    List<String[]> lines = data.golden("neighbors.csv");
    int[] users = new int[NEIGHBORS / K];
    for (int i = 0; i < users.length; i++) {
      users[i] = data.users().indexOf(Long.parseLong(lines.get(i * K)[0]));
    }

    assertNeighbors(
        lines,
        users,
        search(Kernels.active())
            .nearestOfEach(users, new SearchOptions(K, 1), SearchListener.NONE));
  }

  @Test
  void nearestOfAll_isTheReferences_onBothKernels() throws IOException {
    NeighborGraph scalar = all(search(Kernels.scalar()));
    NeighborGraph active = all(search(Kernels.active()));

    assertThat(active).isEqualTo(scalar);
    int[] each = IntStream.range(0, rows.rows()).toArray();
    assertNeighbors(data.golden("neighbors.csv"), each, active);
    assertScores(active);
  }

  private static CosineSearch search(Kernel kernel) {
    return CosineSearch.over(new CosineIndex(rows), KernelSwitch.of(kernel));
  }

  private static NeighborGraph all(CosineSearch search) {
    return search.nearestOfAll(new SearchOptions(K, 2), SearchListener.NONE);
  }

  /** Ids in order, and similarities; row i of the graph is {@code users[i]}. */
  private static void assertNeighbors(List<String[]> lines, int[] users, NeighborGraph graph) {
    assertThat(lines).hasSize(NEIGHBORS);
    int[] rowOf = new int[data.users().size()];
    for (int i = 0; i < users.length; i++) {
      rowOf[users[i]] = i;
    }
    for (String[] line : lines) {
      int row = rowOf[data.users().indexOf(Long.parseLong(line[0]))];
      int rank = Integer.parseInt(line[1]) - 1;
      assertThat(data.users().idAt(graph.neighbor(row, rank)))
          .as("neighbor %d of user %s", rank, line[0])
          .isEqualTo(Long.parseLong(line[2]));
      assertThat(graph.similarity(row, rank)).isCloseTo(Double.parseDouble(line[3]), within(1e-6));
    }
  }

  private static void assertScores(NeighborGraph graph) throws IOException {
    List<String[]> lines = data.golden("scores.csv");
    assertThat(lines).hasSize(SCORES);
    Model bare = SampleModels.of(data.ratings(), graph, MissingRating.ZERO);
    Model model =
        new Model(
            bare.manifest(),
            data.users(),
            data.movies(),
            data.ratings(),
            bare.missing(),
            bare.baseline(),
            graph,
            bare.catalog());
    Scorer scorer = Scorer.of(model);
    int unanswered = 0;
    for (String[] line : lines) {
      Score score = scorer.score(Long.parseLong(line[0]), Long.parseLong(line[1]));
      int used = Integer.parseInt(line[2]);
      assertThat(score.support()).as("user %s, movie %s", line[0], line[1]).isEqualTo(used);
      if (line[3].isEmpty()) {
        assertThat(score.source()).isNotEqualTo(ScoreSource.NEIGHBORS);
        unanswered++;
      } else {
        assertThat(score.source()).isEqualTo(ScoreSource.NEIGHBORS);
        assertThat(score.predicted()).isCloseTo(Double.parseDouble(line[3]), within(1e-6));
        assertThat(score.value()).isCloseTo(Double.parseDouble(line[4]), within(1e-6));
      }
    }
    assertThat(unanswered).isEqualTo(UNANSWERED);
  }
}
