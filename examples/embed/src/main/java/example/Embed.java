package example;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.SimilarUser;
import io.reelrecs.core.model.SimilarUsers;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.search.KernelInfo;
import io.reelrecs.core.search.SearchOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Loads a model and asks it everything that it can be asked. */
public final class Embed {

  private Embed() {}

  /** Arguments: a model file, a user id, a movie id. */
  public static void main(String[] args) throws IOException {
    Model model = ModelFile.read(Path.of(args[0]));
    long user = Long.parseLong(args[1]);
    long movie = Long.parseLong(args[2]);

    Scorer scorer = Scorer.of(model);
    Score score = scorer.score(user, movie);
    System.out.println("score " + score.value() + " from " + score.source());

    for (Recommendation best : scorer.recommend(user, 3)) {
      System.out.println("recommended " + best.movieId() + " " + model.title(best.movieId()));
    }

    // More neighbors than the model holds: this searches, for many users together.
    System.err.println("searching with the kernel " + KernelInfo.active().name());
    SearchOptions options = new SearchOptions(model.neighbors().k() + 5, 2);
    for (List<SimilarUser> list :
        SimilarUsers.of(model).findEach(model.users().toArray(), options)) {
      for (SimilarUser similar : list) {
        System.out.println("similar " + similar.userId() + " " + similar.similarity());
      }
    }
  }
}
