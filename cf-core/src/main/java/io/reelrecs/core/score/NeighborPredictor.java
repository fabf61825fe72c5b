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
 * <p>One movie costs a look at {@link RatedBits} for each neighbor, or, where those would be too
 * large, at a {@link RatedFilter} and a binary search in the rows of those who may have rated it. A
 * batch picks out what each neighbor says of the candidates, by candidate or by walking the
 * neighbor's row, whichever is shorter, and sums that up; sums are taken in the order of the
 * neighbors either way, and are the same bits. A user given by ratings is searched for first.
 */
final class NeighborPredictor implements Predictor {

  /** From this many movies on, a batch is faster than one by one. */
  private static final int SMALL_BATCH = 16;

  private final Model model;
  private final RatingMatrix ratings;
  private final RatingScale scale;
  private final BaselineRule baseline;
  private final NeighborGraph graph;

  /** Either of these is there. */
  private final RatedBits bits;

  private final RatedFilter filter;

  private final ScratchPool<Evidence> scratch;

  /** Made when first needed; guarded by this. */
  private CosineSearch search;

  NeighborPredictor(Model model) {
    this.model = model;
    ratings = model.ratings();
    scale = ratings.scale();
    baseline = new BaselineRule(model);
    graph = model.neighbors();
    bits = RatedBits.suits(ratings) ? new RatedBits(ratings) : null;
    filter = bits == null ? new RatedFilter(ratings) : null;
    scratch = new ScratchPool<>(() -> new Evidence(ratings, bits, graph.k()));
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
      evidence.forget();
    }
    scratch.giveBack(evidence);
  }

  private void predictOne(Profile profile, int movie, Evidence evidence, Scores answers, int i) {
    double weighted = 0;
    double weights = 0;
    int support = 0;
    for (int rank = 0; movie >= 0 && rank < evidence.size; rank++) {
      int neighbor = evidence.neighbor[rank];
      int at = find(neighbor, movie);
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

  private int find(int user, int movie) {
    if (bits != null) {
      return bits.find(user, movie);
    }
    return filter.mayHave(user, movie) ? ratings.find(user, movie) : -1;
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
    private final RatedBits bits;
    private final int[] neighbor;
    private final double[] similarity;
    private int size;

    /** Where the sums of each movie are, from 1 on; 0 for movies that are no candidates. */
    private final int[] place;

    /** The movie of each place. */
    private int[] movie = new int[1];

    private int places;
    private double[] weighted = new double[1];
    private double[] weights = new double[1];
    private int[] support = new int[1];

    /** What one neighbor rated among them: places, and positions in the matrix. */
    private int[] found = new int[1];

    private int[] position = new int[1];

    Evidence(RatingMatrix ratings, RatedBits bits, int mostNeighbors) {
      this.ratings = ratings;
      this.bits = bits;
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

    /** Makes room for the sums of these candidates, of which unknown ones have none. */
    void ask(int[] candidate, int count) {
      if (movie.length <= count) {
        movie = new int[count + 1];
        weighted = new double[count + 1];
        weights = new double[count + 1];
        support = new int[count + 1];
        found = new int[count + 1];
        position = new int[count + 1];
      }
      places = 0;
      for (int i = 0; i < count; i++) {
        int m = candidate[i];
        if (m >= 0 && place[m] == 0) {
          place[m] = ++places;
          movie[places] = m;
        }
      }
      Arrays.fill(weighted, 0, places + 1, 0);
      Arrays.fill(weights, 0, places + 1, 0);
      Arrays.fill(support, 0, places + 1, 0);
    }

    /** Sums up what all neighbors say. */
    void walk() {
      for (int i = 0; i < size; i++) {
        int count = find(neighbor[i]);
        for (int j = 0; j < count; j++) {
          int at = found[j];
          weighted[at] += similarity[i] * ratings.ratingAt(position[j]);
          weights[at] += similarity[i];
          support[at]++;
        }
      }
    }

    private int find(int user) {
      int from = ratings.rowStart(user);
      int to = ratings.rowEnd(user);
      if (bits != null && to - from > places) {
        return bits.find(user, movie, places, found, position);
      }
      int count = 0;
      for (int p = from; p < to; p++) {
        int at = place[ratings.movieAt(p)];
        found[count] = at;
        position[count] = p;
        count += at > 0 ? 1 : 0; // no branch: which of them are candidates, nothing could foresee
      }
      return count;
    }

    /** Wipes the places that {@link #ask} gave. */
    void forget() {
      for (int i = 1; i <= places; i++) {
        place[movie[i]] = 0;
      }
    }
  }
}
