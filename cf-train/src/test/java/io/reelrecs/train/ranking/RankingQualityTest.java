package io.reelrecs.train.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.train.evaluate.split.KFold;
import io.reelrecs.train.evaluate.split.TopNProtocol;
import io.reelrecs.train.input.TestFiles;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** How well the rankings rank: against other implementations' figures. */
final class RankingQualityTest {

  private static RatingTable read(Path file) throws Exception {
    return RatingsReader.read(file, ReadOptions.defaults(), ReadListener.NONE).ratings();
  }

  /** The figures of {@code src/test/python/expected_metrics.py}. */
  @Test
  void plainLinearModel_ranksAsAnotherImplementationDoes() throws Exception {
    Path file = Path.of(KFold.class.getResource("../ratings.dat").toURI());
    Properties expected = new Properties();
    try (InputStream in = KFold.class.getResourceAsStream("../expected.properties")) {
      expected.load(in);
    }
    String[] byFold = expected.getProperty("ease.ndcg@10.by-fold").split(" ", -1);
    KFold folds = KFold.of(read(file), 5, 1);
    for (int fold = 0; fold < 5; fold++) {
      RankedSplit split = RankedSplit.of(folds.split(fold));
      Ranking model =
          LinearModelTrainer.train(split.train(), LinearModelParameters.plain(20, 4), 2);

      assertThat(split.quality(model).ndcg())
          .as("fold %d", fold)
          .isCloseTo(Double.parseDouble(byFold[fold]), within(1e-9));
    }
  }

  /** The NumPy prototype's figure on this hold-out: 0.3253. */
  @Test
  void neighbors_ofMovieLens1M_rankAsThePrototype() throws Exception {
    RatingTable ratings = read(TestFiles.real("ml-1m/ratings.dat"));
    Path test = TestFiles.real("ml-1m/protocols/top-n/0/test.tsv");
    RankedSplit split = RankedSplit.of(TopNProtocol.read(ratings, List.of(test)).split(0));

    Ranking ranking =
        NeighborRankingTrainer.train(
            split.train(), NeighborRankingParameters.DEFAULT, 2, SearchListener.NONE);

    assertThat(split.quality(ranking).ndcg()).isCloseTo(0.325254, within(1e-6));
  }
}
