package io.reelrecs.core.score;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.score.Explanation.Account;
import io.reelrecs.core.score.Explanation.Influence;
import io.reelrecs.core.score.Predictor.Part;
import io.reelrecs.core.score.Predictor.Parts;
import io.reelrecs.core.scratch.ScratchPool;
import io.reelrecs.core.topk.TopK;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The scorer of a model: ids in and out, and between them what the model predicts and ranks by. */
final class ModelScorer implements Scorer {

  private static final Comparator<Influence> LARGEST_FIRST =
      Comparator.comparingDouble((Influence part) -> -Math.abs(part.contribution()))
          .thenComparingLong(Influence::id);

  private final IdIndex users;
  private final IdIndex movies;
  private final RatingMatrix ratings;
  private final Profiles profiles;
  private final BaselineRule baseline;
  private final Predictor predictor;
  private final Ranker ranker;
  private final ScratchPool<double[]> relevances;

  ModelScorer(Model model) {
    users = model.users();
    movies = model.movies();
    ratings = model.ratings();
    profiles = new Profiles(model);
    baseline = new BaselineRule(model);
    predictor = predictor(model);
    ranker = ranker(model, predictor);
    relevances = new ScratchPool<>(() -> new double[movies.size()]);
  }

  private static Predictor predictor(Model model) {
    Learned learned = model.learned();
    return learned.users().isPresent() || learned.movies().isPresent()
        ? new RegressionPredictor(model)
        : new NeighborPredictor(model);
  }

  private static Ranker ranker(Model model, Predictor predictor) {
    Ranking ranking = model.learned().ranking();
    if (ranking instanceof Ranking.ByPrediction) {
      return new PredictionRanker(predictor, model.movies().size());
    }
    Positives positives = new Positives(model.ratings(), ranking.positiveFrom());
    if (ranking instanceof Ranking.ByNeighbors neighbors) {
      return new NeighborRanker(neighbors, positives);
    }
    if (ranking instanceof Ranking.ByLinearModel linear) {
      return new LinearRanker(linear, positives, model.ratings().scale().hi());
    }
    return new PopularityRanker(positives);
  }

  @Override
  public Score score(long userId, long movieId) {
    return score(userId, new long[] {movieId}).get(0);
  }

  @Override
  public Scores score(long userId, long[] movieIds) {
    return score(profiles.of(userId), movieIds);
  }

  @Override
  public Scores score(RatedMovies rated, long[] movieIds) {
    return score(profiles.of(rated), movieIds);
  }

  private Scores score(Profile profile, long[] movieIds) {
    int[] indexes = profile.candidates(movieIds.length);
    for (int i = 0; i < movieIds.length; i++) {
      indexes[i] = movies.indexOf(movieIds[i]);
    }
    Scores scores = new Scores(movieIds.length);
    predictor.predict(profile, indexes, scores);
    profiles.giveBack(profile);
    return scores;
  }

  @Override
  public Recommendations recommend(long userId, int n) {
    return recommend(profiles.of(userId), checked(n));
  }

  @Override
  public Recommendations recommend(RatedMovies rated, int n) {
    return recommend(profiles.of(rated), checked(n));
  }

  private static int checked(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be >= 1, actual: " + n);
    }
    return n;
  }

  private Recommendations recommend(Profile profile, int n) {
    double[] relevance = relevances.take();
    ranker.rank(profile, relevance);
    TopK best = new TopK(Math.min(n, Math.max(1, movies.size())));
    int nobodyRated = 0;
    int at = 0;
    for (int movie = 0; movie < movies.size(); movie++) {
      if (at < profile.size && profile.movie[at] == movie) {
        at++; // a profile ascends by movie, so one walk beside the catalog meets all of it
      } else if (ratings.columnLength(movie) == 0) {
        nobodyRated++;
      } else {
        best.offer(movie, relevance[movie]);
      }
    }
    best.sort();
    int[] indexes = new int[best.size()];
    for (int rank = 0; rank < indexes.length; rank++) {
      indexes[rank] = best.index(rank);
    }
    Scores scores = new Scores(indexes.length);
    predictor.predict(profile, indexes, scores);
    List<Recommendation> list = new ArrayList<>(indexes.length);
    for (int rank = 0; rank < indexes.length; rank++) {
      long id = movies.idAt(indexes[rank]);
      list.add(new Recommendation(id, scores.get(rank), best.score(rank)));
    }
    Recommendations made = new Recommendations(list, n, profile.size, nobodyRated);
    relevances.giveBack(relevance);
    profiles.giveBack(profile);
    return made;
  }

  @Override
  public double[] rank(long userId, long[] movieIds) {
    return rank(profiles.of(userId), movieIds);
  }

  @Override
  public double[] rank(RatedMovies rated, long[] movieIds) {
    return rank(profiles.of(rated), movieIds);
  }

  private double[] rank(Profile profile, long[] movieIds) {
    if (ranker instanceof PredictionRanker) {
      return score(profile, movieIds).values();
    }
    double[] relevance = relevances.take();
    ranker.rank(profile, relevance);
    double[] ranks = new double[movieIds.length];
    for (int i = 0; i < ranks.length; i++) {
      int movie = movies.indexOf(movieIds[i]);
      ranks[i] = movie < 0 ? 0 : relevance[movie];
    }
    relevances.giveBack(relevance);
    profiles.giveBack(profile);
    return ranks;
  }

  @Override
  public Explanation explain(long userId, long movieId) {
    return explain(profiles.of(userId), movieId);
  }

  @Override
  public Explanation explain(RatedMovies rated, long movieId) {
    return explain(profiles.of(rated), movieId);
  }

  private Explanation explain(Profile profile, long movieId) {
    int movie = movies.indexOf(movieId);
    Scores scores = new Scores(1);
    predictor.predict(profile, new int[] {movie}, scores);
    Parts rating = new Parts(new ArrayList<>(), new ArrayList<>());
    Parts relevance = new Parts(new ArrayList<>(), new ArrayList<>());
    double ratingBase = baseline.predict(profile, movie);
    double relevanceBase = 0;
    if (baseline.rated(movie)) {
      ratingBase = predictor.explain(profile, movie, rating);
    }
    if (movie >= 0 || ranker instanceof PredictionRanker) {
      relevanceBase = ranker.explain(profile, movie, relevance);
    }
    profiles.giveBack(profile);
    return new Explanation(
        movieId, scores.get(0), account(ratingBase, rating), account(relevanceBase, relevance));
  }

  private Account account(double base, Parts parts) {
    List<Influence> byUsers = influences(users, parts.users());
    List<Influence> byMovies = influences(movies, parts.movies());
    double total = base;
    for (Influence part : byUsers) {
      total += part.contribution();
    }
    for (Influence part : byMovies) {
      total += part.contribution();
    }
    return new Account(total, base, byUsers, byMovies);
  }

  private static List<Influence> influences(IdIndex ids, List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                new Influence(
                    ids.idAt(part.index()), part.similarity(), part.rating(), part.contribution()))
        .sorted(LARGEST_FIRST)
        .toList();
  }
}
