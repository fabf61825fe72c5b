package example;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.SimilarUser;
import io.reelrecs.core.model.SimilarUsers;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scorer;
import java.io.IOException;
import java.nio.file.Path;

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

    // More neighbors than the model holds: this one searches.
    int k = model.neighbors().k() + 5;
    for (SimilarUser similar : SimilarUsers.of(model).find(user, k)) {
      System.out.println("similar " + similar.userId() + " " + similar.similarity());
    }
  }
}
