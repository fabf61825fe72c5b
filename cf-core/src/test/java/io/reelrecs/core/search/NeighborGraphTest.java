package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighborGraphTest {

  @Test
  void of_keepsRowsOfDifferentLengths() {
    NeighborGraph graph =
        NeighborGraph.of(
            new int[] {0, 2, 2, 3}, new int[] {1, 2, 0}, new double[] {0.5, 0.5, -0.25});

    assertThat(graph.rows()).isEqualTo(3);
    assertThat(graph.k()).isEqualTo(2);
    assertThat(graph.size()).isEqualTo(3);
    assertThat(graph.degree(0)).isEqualTo(2);
    assertThat(graph.degree(1)).isZero();
    assertThat(graph.neighbor(0, 1)).isEqualTo(2);
    assertThat(graph.neighbor(2, 0)).isZero();
    assertThat(graph.similarity(2, 0)).isEqualTo(-0.25);
  }

  @Test
  void of_takesNoRowsAtAll() {
    NeighborGraph graph = NeighborGraph.of(new int[] {0}, new int[0], new double[0]);

    assertThat(graph.rows()).isZero();
    assertThat(graph.k()).isZero();
  }

  @Test
  void of_refusesSizesThatDoNotFit() {
    int[] one = {1};
    double[] half = {0.5};
    refuse(new int[0], one, half, "starts, neighbors and similarities must fit");
    refuse(new int[] {1, 1, 1}, one, half, "starts, neighbors and similarities must fit");
    refuse(new int[] {0, 0, 0}, one, half, "starts, neighbors and similarities must fit");
    refuse(new int[] {0, 1, 1}, one, new double[2], "starts, neighbors and similarities must fit");
    refuse(new int[] {0, 1, 0, 1}, one, half, "starts must ascend, row 1 does not");
    refuse(new int[] {0, 9, 1}, one, half, "starts must ascend, row 0 does not");
    refuse(new int[] {0, -1, 1}, one, half, "starts must ascend, row 0 does not");
  }

  @Test
  void of_refusesNeighborsOutOfRangeOrOrder() {
    refuseRow(new int[] {0}, new double[] {0.5}); // itself
    refuseRow(new int[] {3}, new double[] {0.5});
    refuseRow(new int[] {-1}, new double[] {0.5});
    refuseRow(new int[] {1, 2}, new double[] {0.5, 0.6});
    refuseRow(new int[] {2, 1}, new double[] {0.5, 0.5});
    refuseRow(new int[] {1, 1}, new double[] {0.5, 0.5});
  }

  /** What is far from a cosine could overflow in a weighted mean, and a score would be NaN. */
  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.01, -1.01})
  void of_refusesWhatIsNoCosine(double similarity) {
    refuseRow(new int[] {1}, new double[] {similarity});
  }

  @Test
  void of_takesACosineRoundedUp() {
    assertThat(
            NeighborGraph.of(new int[] {0, 1, 1}, new int[] {1}, new double[] {Math.nextUp(1.0)})
                .size())
        .isEqualTo(1);
  }

  @Test
  void flat_refusesMoreThanAnArrayHolds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NeighborGraph.flat(1 << 20, 1 << 11))
        .withMessageContaining("1048576 rows times k = 2048 neighbors");
  }

  @Test
  void equals_comparesBits() {
    NeighborGraph graph = graph(1, 0.5);

    assertThat(graph).isEqualTo(graph(1, 0.5)).hasSameHashCodeAs(graph(1, 0.5));
    assertThat(graph).isNotEqualTo(graph(2, 0.5));
    assertThat(graph).isNotEqualTo(graph(1, Math.nextUp(0.5)));
    assertThat(graph)
        .isNotEqualTo(NeighborGraph.of(new int[] {0, 1, 1}, new int[] {1}, new double[] {0.5}));
    assertThat(graph).isNotEqualTo("a graph");
    assertThat(graph).hasToString("NeighborGraph[rows=3, k=1]");
  }

  @Test
  void neighbor_refusesARowOutOfRange() {
    NeighborGraph graph = graph(1, 0.5);

    assertThatThrownBy(() -> graph.degree(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> graph.neighbor(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static NeighborGraph graph(int neighbor, double similarity) {
    return NeighborGraph.of(
        new int[] {0, 1, 1, 1}, new int[] {neighbor}, new double[] {similarity});
  }

  private static void refuseRow(int[] neighbor, double[] similarity) {
    int[] start = {0, neighbor.length, neighbor.length, neighbor.length};
    refuse(start, neighbor, similarity, "row 0 has a neighbor that is itself, or out of range");
  }

  private static void refuse(int[] start, int[] neighbor, double[] similarity, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NeighborGraph.of(start, neighbor, similarity))
        .withMessageContaining(message);
  }
}
