package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/** The 18 genres of MovieLens, and one to three of them for a movie, about as often as there. */
final class Genres {

  /** The names, in the order in which a movies file lists them. */
  private static final String[] NAMES = {
    "Action",
    "Adventure",
    "Animation",
    "Children's",
    "Comedy",
    "Crime",
    "Documentary",
    "Drama",
    "Fantasy",
    "Film-Noir",
    "Horror",
    "Musical",
    "Mystery",
    "Romance",
    "Sci-Fi",
    "Thriller",
    "War",
    "Western"
  };

  /** How common each is. */
  private static final double[] WEIGHTS = {
    50, 28, 11, 25, 120, 21, 13, 160, 7, 4, 34, 11, 11, 47, 28, 49, 14, 7
  };

  private static final AliasTable TABLE = new AliasTable(WEIGHTS);

  private Genres() {}

  static int count() {
    return NAMES.length;
  }

  /** A set of one to three genres, as bits. */
  static int draw(SplitMix64 random) {
    int wanted = 1 + (random.nextInt(2) & 1) + (random.nextInt(6) == 0 ? 1 : 0);
    int genres = 0;
    while (Integer.bitCount(genres) < wanted) {
      genres |= 1 << TABLE.next(random);
    }
    return genres;
  }

  /** The names of a set, separated by bars. */
  static String names(int genres) {
    StringBuilder names = new StringBuilder();
    for (int g = 0; g < NAMES.length; g++) {
      if ((genres >> g & 1) != 0) {
        names.append(names.isEmpty() ? "" : "|").append(NAMES[g]);
      }
    }
    return names.toString();
  }
}
