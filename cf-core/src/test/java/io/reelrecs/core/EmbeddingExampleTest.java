package io.reelrecs.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.SampleModels;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README: what stands between the tags is what is printed there. */
class EmbeddingExampleTest {

  @TempDir private Path folder;

  @Test
  void readme_showsHowToEmbed() throws IOException {
    Path file = folder.resolve("reelrecs.rrm");
    Model trained = SampleModels.random(30, 250, 0.3, SampleRatings.STARS, 1);
    ModelFile.write(SampleModels.with(trained, SampleModels.catalog()), file);

    // tag::embed
    Model model = ModelFile.read(file);
    Scorer scorer = Scorer.of(model); // one for all threads

    Score score = scorer.score(3, 1198); // user 3, movie 1198; ids need not be known
    double stars = score.predicted(); // and score.value() in [0, 1], from score.source()

    Scores batch = scorer.score(3, new long[] {1, 8, 15}); // much cheaper than one by one
    double second = batch.value(1);

    List<Recommendation> best = scorer.recommend(3, 10); // unseen movies, best first
    String title = model.title(best.get(0).movieId());
    // end::embed

    assertThat(score).isEqualTo(Scorer.of(trained).score(3, 1198));
    assertThat(stars).isEqualTo(score.predicted());
    assertThat(batch.size()).isEqualTo(3);
    assertThat(second).isEqualTo(scorer.score(3, 8).value());
    assertThat(best).hasSize(10);
    assertThat(title).isNotNull();
  }

  @Test
  void readme_printsThisExample() throws IOException {
    Path root = Path.of("..");
    String source =
        Files.readString(Path.of("src/test/java", "io/reelrecs/core/EmbeddingExampleTest.java"));
    String example =
        source.substring(
            source.indexOf("// tag::embed\n") + "// tag::embed\n".length(),
            source.indexOf("    // end::embed"));

    String readme = Files.readString(root.resolve("README.md"));

    assertThat(readme).contains("```java\n" + example.stripTrailing().stripIndent() + "\n```\n");
  }
}
