package io.reelrecs.core.model;

import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the users most like a given one. As many as the model's graph holds are read off it; for
 * more than that, the model's rows are searched, after a preparation that the first such call pays
 * for.
 *
 * <p>Order: similarity descending, then id ascending. Thread-safe.
 */
public final class SimilarUsers {

  private final Model model;

  /** Made when first needed; guarded by this. */
  private CosineSearch search;

  private SimilarUsers(Model model) {
    this.model = model;
  }

  /** The similar users of a model. Costs nothing until asked. */
  public static SimilarUsers of(Model model) {
    return new SimilarUsers(model);
  }

  /**
   * The users most like this one.
   *
   * @param userId external id
   * @param k how many; fewer come back when there are fewer others
   * @return nearest first; empty for an unknown user
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public List<SimilarUser> find(long userId, int k) {
    int user = model.users().indexOf(userId);
    if (user >= 0 && !stored(k)) {
      return search().nearest(user, k).stream()
          .map(n -> new SimilarUser(model.users().idAt(n.index()), n.similarity()))
          .toList();
    }
    return findEach(new long[] {userId}, new SearchOptions(k, 1)).get(0);
  }

  /** Whether the graph holds as many neighbors as that, or all there are. */
  private boolean stored(int k) {
    int held = model.neighbors().k();
    return k <= held || held >= model.users().size() - 1;
  }

  /**
   * The users most like each of these, found together.
   *
   * @param userIds external ids, repeats allowed; not kept
   * @param options how many for each, and with how many threads where a search is needed
   * @return one list per given user, in the given order; empty for an unknown user
   */
  public List<List<SimilarUser>> findEach(long[] userIds, SearchOptions options) {
    int[] known = new int[userIds.length];
    int size = 0;
    for (long id : userIds) {
      int user = model.users().indexOf(id);
      if (user >= 0) {
        known[size++] = user;
      }
    }
    NeighborGraph graph = model.neighbors();
    boolean stored = stored(options.k());
    if (!stored) {
      int[] queries = Arrays.copyOf(known, size);
      graph = search().nearestOfEach(queries, options, SearchListener.NONE);
    }
    List<List<SimilarUser>> found = new ArrayList<>(userIds.length);
    int at = 0;
    for (long id : userIds) {
      int user = model.users().indexOf(id);
      found.add(user < 0 ? List.of() : list(graph, stored ? user : at++, options.k()));
    }
    return found;
  }

  private List<SimilarUser> list(NeighborGraph graph, int row, int k) {
    int size = Math.min(k, graph.degree(row));
    List<SimilarUser> list = new ArrayList<>(size);
    for (int rank = 0; rank < size; rank++) {
      long id = model.users().idAt(graph.neighbor(row, rank));
      list.add(new SimilarUser(id, graph.similarity(row, rank)));
    }
    return list;
  }

  private synchronized CosineSearch search() {
    if (search == null) {
      search = CosineSearch.over(UnitRows.of(model.ratings(), model.missing()));
    }
    return search;
  }
}
