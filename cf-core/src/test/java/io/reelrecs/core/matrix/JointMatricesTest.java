package io.reelrecs.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JointMatricesTest {

  private static final int[] ORDER = {4, 0, 3, 1, 2};

  private static List<ScaledMatrix> matrices(int count, int rows) {
    Random random = new Random(count);
    List<ScaledMatrix> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[][] entries = new float[rows][ORDER.length];
      for (float[] row : entries) {
        for (int column = 0; column < row.length; column++) {
          row[column] = random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
        }
      }
      made.add(ScaledMatrix.ofRows(ORDER.length, entries));
    }
    return made;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void of_keepsAllEntries(int count) {
    List<ScaledMatrix> given = matrices(count, 6);
    JointMatrices joint = JointMatrices.of(given, ORDER);

    assertThat(joint.size()).isEqualTo(count);
    assertThat(joint.order()).isEqualTo(ORDER);
    for (int i = 0; i < count; i++) {
      assertThat(joint.matrix(i)).isEqualTo(given.get(i)).hasSameHashCodeAs(given.get(i));
      double[] sums = new double[ORDER.length];
      float[] row = new float[ORDER.length];
      joint.matrix(i).addRow(2, 3, sums);
      joint.matrix(i).gather(2, new int[] {0, 1, 2, 3, 4}, 5, row);
      for (int column = 0; column < ORDER.length; column++) {
        double entry = given.get(i).at(2, column);
        assertThat(sums[column]).isCloseTo(3 * entry, within(1e-12));
        assertThat(row[column]).isEqualTo((float) entry);
      }
    }
    List<ScaledMatrix> laid = IntStream.range(0, count).mapToObj(joint::matrix).toList();
    assertThat(JointMatrices.of(laid, ORDER.clone())).isSameAs(joint);
    assertThat(JointMatrices.of(laid, new int[] {0, 1, 2, 3, 4}).matrix(0)).isEqualTo(laid.get(0));
  }

  @Test
  void of_refusesWhatDoesNotFit() {
    List<ScaledMatrix> unlike = List.of(matrices(1, 3).get(0), matrices(1, 4).get(0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JointMatrices.of(unlike, ORDER))
        .withMessageStartingWith("matrices must be of one shape, actual: ScaledMatrix[3 x 5] and");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JointMatrices.of(matrices(1, 3), new int[] {0, 1}))
        .withMessage("the order must be of 5 columns, actual: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JointMatrices.of(matrices(1, 3), new int[] {0, 1, 2, 3, 3}))
        .withMessage("columns must be 0 to 4, each once, actual: 3 twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JointMatrices.of(matrices(1, 3), new int[] {0, 1, 2, 3, 5}))
        .withMessage("columns must be 0 to 4, each once, actual: 5");
  }

  /** More rows than one array holds, read back as they were handed on. */
  @Test
  void read_givesBackWhatWasHandedOn() {
    int columns = 3_000;
    int rows = 1_500;
    double[][] steps = new double[1][rows];
    int[] order = JointMatrices.inOrder(columns);
    List<short[]> blocks = new ArrayList<>();
    short[] next = {0};
    JointMatrices made =
        JointMatrices.read(
            steps,
            order,
            numbers -> {
              for (int i = 0; i < numbers.length; i++) {
                numbers[i] = next[0]++;
              }
            });
    made.handTo(numbers -> blocks.add(numbers.clone()));

    assertThat(blocks).hasSizeGreaterThan(1);
    assertThat(JointMatrices.read(steps, order, n -> copy(blocks.remove(0), n)).matrix(0))
        .isEqualTo(made.matrix(0));
    for (int row : new int[] {0, 1_023, 1_024, 1_499}) {
      assertThat(made.number(0, row, 7)).isEqualTo((short) (row * columns + 7));
    }
  }

  private static void copy(short[] from, short[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "1, 4", "2, 0", "2, 3", "2, 5", "3, 0", "3, 1", "3, 4", "3, 5"})
  void sums_areThoseOfTheEntries(int count, int size) {
    List<ScaledMatrix> given = matrices(count, 4);
    JointMatrices joint = JointMatrices.of(given, ORDER);
    int[] columns = {3, 0, 4, 2, 1};
    int[] weight = {1 << 30, -(1 << 30), 7, -3, 1};
    int[] other = {5, 4, -9, 1 << 30, -2};
    int[] places = new int[5];
    joint.places(columns, 5, places);
    JointSums sums = new JointSums();
    for (int row = 0; row < 4; row++) {
      double first = 0;
      double second = 0;
      double third = 0;
      int nonZero = 0;
      for (int p = 0; p < size; p++) {
        double last = given.get(count - 1).at(row, columns[p]);
        first += count == 1 ? 0 : given.get(0).at(row, columns[p]) * weight[p];
        second += count == 1 ? 0 : given.get(1).at(row, columns[p]);
        third += count == 2 ? 0 : last * other[p];
        nonZero += last != 0 ? 1 : 0;
      }
      sums.take(joint, row, places, size, weight, other);

      assertThat(sums.first()).isCloseTo(first, within(1e-4));
      assertThat(sums.second()).isCloseTo(second, within(1e-12));
      assertThat(sums.third()).isCloseTo(third, within(1e-4));
      assertThat(sums.nonZero()).isEqualTo(nonZero);
    }
  }

  @Test
  void sums_refuseMoreThanThree() {
    JointMatrices four = JointMatrices.of(matrices(4, 2), ORDER);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JointSums().take(four, 0, new int[0], 0, new int[0], new int[0]))
        .withMessage("matrices must be at most three");
  }
}
