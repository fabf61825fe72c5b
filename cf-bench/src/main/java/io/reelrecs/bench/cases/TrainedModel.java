package io.reelrecs.bench.cases;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.search.KernelInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The model that the run has trained, read once per JVM, and random ids from it. */
@State(Scope.Benchmark)
public class TrainedModel {

  /** Candidates in a request. */
  static final int CANDIDATES = 200;

  private final SplittableRandom random = new SplittableRandom(20_261_124);

  private Model model;
  private Scorer scorer;

  /** For JMH. */
  public TrainedModel() {}

  /** Reads the model, and says what it is going to be measured on. */
  @Setup
  public void load() throws IOException {
    model = ModelFile.read(Inputs.file(Inputs.MODEL));
    scorer = Scorer.of(model);
    System.out.println("  JDK " + Runtime.version() + ", kernel " + KernelInfo.active().name());
  }

  Model model() {
    return model;
  }

  Scorer scorer() {
    return scorer;
  }

  SplittableRandom random() {
    return random;
  }

  /** External ids of users, each as likely as the other. */
  long[] users(int count) {
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = model.users().idAt(random.nextInt(model.users().size()));
    }
    return ids;
  }

  /** What a user of the model rated. */
  RatedMovies ratingsOf(long userId) {
    int user = model.users().indexOf(userId);
    Map<Long, Double> rated = new HashMap<>();
    for (int p = model.ratings().rowStart(user); p < model.ratings().rowEnd(user); p++) {
      double rating = model.ratings().ratingAt(p);
      rated.put(model.movies().idAt(model.ratings().movieAt(p)), rating);
    }
    return RatedMovies.of(rated);
  }

  /** External ids of movies of the catalog, each as likely as the other. */
  long[] movies(int count) {
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = model.movies().idAt(random.nextInt(model.movies().size()));
    }
    return ids;
  }
}
