package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.scratch.ScratchPool;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.topk.Neighbor;
import java.util.Arrays;
import java.util.List;

/**
 * Predicts from a neighbor graph: the similarity-weighted mean {@code sum(s(u,v) r(v,m)) /
 * sum(s(u,v))} over those of the user's k nearest neighbors {@code v} that rated the movie, as in
 * Herlocker et al., "An Algorithmic Framework for Performing Collaborative Filtering", SIGIR 1999,
 * without centering. A neighbor whose similarity is not positive says nothing. Where no neighbor is
 * left, the bias baseline answers.
 *
 * <p>One movie costs a look at a {@link RatedFilter} for each neighbor, and a binary search in the
 * rows of those who may have rated it. A batch walks the neighbors' rows once, picks out what they
 * say of the candidates, and sums that up; sums are taken in the order of the neighbors either way,
 * and are the same bits. A user given by ratings is searched for first.
 */
final class NeighborPredictor implements Predictor {

  /** From this many movies on, a batch is faster than one by one. */
  private static final int SMALL_BATCH = 16;

  private final Model model;
  private final RatingMatrix ratings;
  private final RatingScale scale;
  private final BaselineRule baseline;
  private final NeighborGraph graph;
  private final RatedFilter rated;
  private final ScratchPool<Evidence> scratch;

  /** Made when first needed; guarded by this. */
  private CosineSearch search;

  NeighborPredictor(Model model) {
    this.model = model;
    ratings = model.ratings();
    scale = ratings.scale();
    baseline = new BaselineRule(model);
    graph = model.neighbors();
    rated = new RatedFilter(ratings);
    scratch = new ScratchPool<>(() -> new Evidence(ratings, graph.k()));
  }

  @Override
  public void predict(Profile profile, int[] movie, Scores answers) {
    Evidence evidence = scratch.take();
    gather(profile, evidence);
    int size = answers.size();
    if (size < SMALL_BATCH) {
      for (int i = 0; i < size; i++) {
        predictOne(profile, movie[i], evidence, answers, i);
      }
    } else {
      evidence.ask(movie, size);
      evidence.walk();
      for (int i = 0; i < size; i++) {
        int m = movie[i];
        int place = m >= 0 ? evidence.place[m] : 0;
        if (evidence.support[place] > 0) {
          answers.setRating(
              i,
              scale,
              evidence.weighted[place] / evidence.weights[place],
              evidence.support[place]);
        } else {
          answers.setRating(i, scale, baseline, profile, m);
        }
      }
      evidence.forget(movie, size);
    }
    scratch.giveBack(evidence);
  }

  private void predictOne(Profile profile, int movie, Evidence evidence, Scores answers, int i) {
    double weighted = 0;
    double weights = 0;
    int support = 0;
    for (int rank = 0; movie >= 0 && rank < evidence.size; rank++) {
      int neighbor = evidence.neighbor[rank];
      int at = rated.mayHave(neighbor, movie) ? ratings.find(neighbor, movie) : -1;
      if (at >= 0) {
        weighted += evidence.similarity[rank] * ratings.ratingAt(at);
        weights += evidence.similarity[rank];
        support++;
      }
    }
    if (support > 0) {
      answers.setRating(i, scale, weighted / weights, support);
    } else {
      answers.setRating(i, scale, baseline, profile, movie);
    }
  }

  @Override
  public double explain(Profile profile, int movie, Parts parts) {
    Evidence evidence = scratch.take();
    gather(profile, evidence);
    double weights = 0;
    for (int rank = 0; rank < evidence.size; rank++) {
      if (ratings.find(evidence.neighbor[rank], movie) >= 0) {
        weights += evidence.similarity[rank];
      }
    }
    for (int rank = 0; rank < evidence.size; rank++) {
      int at = ratings.find(evidence.neighbor[rank], movie);
      if (at >= 0) {
        double similarity = evidence.similarity[rank];
        double rating = ratings.ratingAt(at);
        parts
            .users()
            .add(
                new Part(
                    evidence.neighbor[rank], similarity, rating, similarity * rating / weights));
      }
    }
    scratch.giveBack(evidence);
    return weights > 0 ? 0 : baseline.predict(profile, movie);
  }

  /** The user's neighbors, from the graph or by a search. */
  private void gather(Profile profile, Evidence evidence) {
    evidence.size = 0;
    if (profile.user >= 0) {
      for (int rank = 0; rank < graph.degree(profile.user); rank++) {
        evidence.add(graph.neighbor(profile.user, rank), graph.similarity(profile.user, rank));
      }
    } else if (profile.known() && graph.k() > 0) {
      List<Neighbor> nearest =
          search().nearest(profile.movie, profile.rating, profile.size, graph.k());
      for (Neighbor neighbor : nearest) {
        evidence.add(neighbor.index(), neighbor.similarity());
      }
    }
  }

  private synchronized CosineSearch search() {
    if (search == null) {
      search = CosineSearch.over(UnitRows.of(ratings, model.missing()));
    }
    return search;
  }

  /** A user's neighbors, and what they say of the candidates: working memory of one batch. */
  private static final class Evidence {

    private final RatingMatrix ratings;
    private final int[] neighbor;
    private final double[] similarity;
    private int size;

    /** Where the sums of each movie are, from 1 on; 0 for movies that are no candidates. */
    private final int[] place;

    private double[] weighted = new double[1];
    private double[] weights = new double[1];
    private int[] support = new int[1];

    /** The entries of one row that are of candidates. */
    private int[] entry = new int[0];

    Evidence(RatingMatrix ratings, int mostNeighbors) {
      this.ratings = ratings;
      neighbor = new int[mostNeighbors];
      similarity = new double[mostNeighbors];
      place = new int[ratings.movies()];
    }

    void add(int user, double like) {
      if (like > 0) {
        neighbor[size] = user;
        similarity[size++] = like;
      }
    }

    /** Makes room for the sums of these movies, of which unknown ones have none. */
    void ask(int[] movie, int count) {
      if (support.length <= count) {
        weighted = new double[count + 1];
        weights = new double[count + 1];
        support = new int[count + 1];
      }
      Arrays.fill(weighted, 0, count + 1, 0);
      Arrays.fill(weights, 0, count + 1, 0);
      Arrays.fill(support, 0, count + 1, 0);
      for (int i = 0; i < count; i++) {
        if (movie[i] >= 0) {
          place[movie[i]] = i + 1; // of a movie that is there twice, the last place
        }
      }
    }

    /**
     * Sums up what all neighbors say. Few of a row's entries are of candidates, and which is
     * nothing that a branch could foresee: so each row is sifted first, without one.
     */
    void walk() {
      for (int i = 0; i < size; i++) {
        int from = ratings.rowStart(neighbor[i]);
        int to = ratings.rowEnd(neighbor[i]);
        if (entry.length < to - from) {
          entry = new int[2 * (to - from)];
        }
        int count = 0;
        for (int p = from; p < to; p++) {
          entry[count] = p;
          count += place[ratings.movieAt(p)] > 0 ? 1 : 0;
        }
        for (int j = 0; j < count; j++) {
          int at = place[ratings.movieAt(entry[j])];
          weighted[at] += similarity[i] * ratings.ratingAt(entry[j]);
          weights[at] += similarity[i];
          support[at]++;
        }
      }
    }

    /** Wipes what {@link #ask} wrote of the places. */
    void forget(int[] movie, int count) {
      for (int i = 0; i < count; i++) {
        if (movie[i] >= 0) {
          place[movie[i]] = 0;
        }
      }
    }
  }
}
