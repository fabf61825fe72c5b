package io.reelrecs.train.blend;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.Trainer;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.blend.BlendListener.Step;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.UserRows;
import io.reelrecs.train.parallel.Parallel;
import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests of the users of a split who liked a held-out candidate, by ascending user.
 *
 * @param scorer the model, trained on the training part
 * @param pipeline what made the requests from the training part
 * @param cases the requests
 * @param hits what was held out, who was asked, and what can be found
 */
record BlendCases(Scorer scorer, Pipeline pipeline, List<BlendCase> cases, BlendHits hits) {

  /** How many users a thread takes at a time. */
  private static final int CHUNK = 16;

  /**
   * Trains on one side of the split, and makes the requests of the users of the other.
   *
   * @throws IllegalArgumentException if no user liked a held-out candidate
   */
  static BlendCases of(BlendPlan plan, Split split, BlendListener listener)
      throws InterruptedException {
    listener.progress(Step.TRAINING, 0);
    Trainer trainer = new Trainer(new TrainingParameters(plan.recipe(), plan.threads()));
    Model model = trainer.train(split.train(), plan.catalog(), TrainingListener.NONE).model();
    Scorer scorer = Scorer.of(model);
    Pipeline pipeline = Pipeline.of(model, plan.pipeline());
    UserRows byUser = UserRows.of(split.test());
    int[] users = sample(byUser.users().size(), plan);
    BlendCase[] made = new BlendCase[users.length];
    int[] liked = new int[users.length];
    AtomicInteger done = new AtomicInteger();
    Parallel.forEach(
        (users.length + CHUNK - 1) / CHUNK,
        plan.threads(),
        chunk -> {
          int end = Math.min(users.length, (chunk + 1) * CHUNK);
          for (int i = chunk * CHUNK; i < end; i++) {
            long[] likes = likes(split.test(), byUser, users[i], plan.pipeline().positiveFrom());
            liked[i] = likes.length;
            made[i] = likes.length == 0 ? null : ask(scorer, pipeline, byUser, users[i], likes);
          }
          double all = users.length;
          listener.progress(Step.ASKING, done.addAndGet(end - chunk * CHUNK) / all);
        });
    List<BlendCase> cases = Arrays.stream(made).filter(Objects::nonNull).toList();
    List<BlendCase> answerable = new ArrayList<>();
    cases.stream().filter(each -> each.wanted().length > 0).forEach(answerable::add);
    if (answerable.isEmpty()) {
      throw new IllegalArgumentException(
          "no user liked a candidate among what was held out ("
              + split.test().size()
              + " ratings, liked from "
              + plan.pipeline().positiveFrom()
              + "); use more ratings, more candidates, or a lower positive-from");
    }
    return new BlendCases(
        scorer, pipeline, List.copyOf(answerable), BlendHits.of(cases, Arrays.stream(liked).sum()));
  }

  /** The dense indexes of those who are asked, ascending. */
  private static int[] sample(int users, BlendPlan plan) {
    int[] all = new int[users];
    Arrays.setAll(all, i -> i);
    if (users <= plan.maxUsers()) {
      return all;
    }
    new SplitMix64(plan.seed()).shuffle(all);
    int[] drawn = Arrays.copyOf(all, plan.maxUsers());
    Arrays.sort(drawn);
    return drawn;
  }

  private static long[] likes(RatingTable test, UserRows byUser, int user, double positiveFrom) {
    long[] movies = new long[byUser.count(user)];
    int size = 0;
    for (int p = byUser.start(user); p < byUser.end(user); p++) {
      int row = byUser.rowAt(p);
      if (test.ratingAt(row) >= positiveFrom) {
        movies[size++] = test.movieAt(row);
      }
    }
    return Arrays.stream(movies, 0, size).sorted().distinct().toArray();
  }

  private static BlendCase ask(
      Scorer scorer, Pipeline pipeline, UserRows byUser, int user, long[] likes) {
    PipelineRequest request = pipeline.request(byUser.users().idAt(user));
    long[] candidates = request.movieIds();
    long[] wanted =
        Arrays.stream(likes).filter(id -> Arrays.binarySearch(candidates, id) >= 0).toArray();
    return new BlendCase(request, scorer.score(request.userId(), candidates), wanted);
  }
}
