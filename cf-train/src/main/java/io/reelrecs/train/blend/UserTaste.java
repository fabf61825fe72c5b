package io.reelrecs.train.blend;

import io.reelrecs.core.topk.TopK;

/** The genres and years of what a user liked. Built up by one thread, then only read. */
final class UserTaste {

  /** The year preference where a year is missing on either side: neither for nor against. */
  private static final double NO_PREFERENCE = 0.5;

  private final MovieFacts facts;
  private final PipelineParameters parameters;
  private final int[] genreLikes;
  private final boolean[] favorite;
  private int favorites;
  private long years;
  private int dated;

  UserTaste(MovieFacts facts, PipelineParameters parameters) {
    this.facts = facts;
    this.parameters = parameters;
    genreLikes = new int[facts.genreCount()];
    favorite = new boolean[genreLikes.length];
  }

  /** Takes in a movie that the user liked. */
  void like(int movie) {
    for (int genre : facts.genres(movie)) {
      genreLikes[genre]++;
    }
    if (facts.year(movie) > 0) {
      years += facts.year(movie);
      dated++;
    }
  }

  /** Settles which genres the user likes: those of most liked movies, ties to the first name. */
  void settle() {
    TopK most = new TopK(Math.min(parameters.favoriteGenres(), Math.max(1, genreLikes.length)));
    for (int genre = 0; genre < genreLikes.length; genre++) {
      if (genreLikes[genre] > 0) {
        most.offer(genre, genreLikes[genre]);
      }
    }
    most.sort();
    favorites = most.size();
    for (int rank = 0; rank < favorites; rank++) {
      favorite[most.index(rank)] = true;
    }
  }

  /** The Jaccard index of a movie's genres and the user's; 0 where either has none. */
  double genreOverlap(int movie) {
    int common = 0;
    for (int genre : facts.genres(movie)) {
      common += favorite[genre] ? 1 : 0;
    }
    int union = facts.genres(movie).length + favorites - common;
    return union == 0 ? 0 : (double) common / union;
  }

  /** How close a movie's year is to the mean year of what the user liked, in {@code [0, 1]}. */
  double yearPreference(int movie) {
    if (facts.year(movie) == 0 || dated == 0) {
      return NO_PREFERENCE;
    }
    double distance = Math.abs(facts.year(movie) - (double) years / dated);
    return Math.max(0, 1 - distance / parameters.yearReach());
  }
}
