package io.reelrecs.train.data;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The MovieLens data sets that can be fetched from GroupLens. None of them is part of ReelRecs. */
public enum DataSet {
  /** 100,000 ratings of 1997 and 1998, with the folds u1 to u5 of many papers. */
  ML_100K(
      "100,000 ratings, 943 users, 1,682 movies, 5 MB",
      new Archive(
          "ml-100k",
          Optional.of("0e33842e24a9c977be4e0107933c0723"),
          mebibytes(20),
          mebibytes(100),
          "u.data",
          "u.item",
          Optional.of("u.user"),
          folds("README", "u.genre"))),
  /** 1,000,209 ratings of 2000 to 2003. */
  ML_1M(
      "1,000,209 ratings, 6,040 users, 3,706 movies, 6 MB",
      new Archive(
          "ml-1m",
          Optional.of("c4d9eecfca2ab87c1945afe126590906"),
          mebibytes(20),
          mebibytes(100),
          "ratings.dat",
          "movies.dat",
          Optional.of("users.dat"),
          List.of("README"))),
  /** About 100,000 recent ratings; GroupLens changes it from time to time. */
  ML_LATEST_SMALL(
      "about 100,000 ratings, 600 users, 9,000 movies, 1 MB",
      new Archive(
          "ml-latest-small",
          Optional.empty(),
          mebibytes(20),
          mebibytes(100),
          "ratings.csv",
          "movies.csv",
          Optional.empty(),
          List.of("README.txt"))),
  /** 32 million ratings of 1995 to 2023. */
  ML_32M(
      "32,000,204 ratings, 200,948 users, 87,585 movies, 239 MB (900 MB unpacked, twice)",
      new Archive(
          "ml-32m",
          Optional.of("d472be332d4daa821edc399621853b57"),
          mebibytes(512),
          mebibytes(2048),
          "ratings.csv",
          "movies.csv",
          Optional.empty(),
          List.of("README.txt")));

  private final String summary;

  @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
  private final Archive archive;

  DataSet(String summary, Archive archive) {
    this.summary = summary;
    this.archive = archive;
  }

  /** The name that GroupLens gives it, such as "ml-1m". */
  public String id() {
    return archive.name();
  }

  /** What is in it, in one line for people. */
  public String summary() {
    return summary;
  }

  /** The archive's address below the folder that {@link DownloadOptions#base()} names. */
  public URI uri(URI base) {
    return base.resolve(archive.zip());
  }

  /**
   * What the data may be used for, in our words and for people: several lines without a line feed
   * at the end. The README that is unpacked with the data is what counts.
   */
  public String license() {
    return """
        %s was collected by GroupLens Research at the University of Minnesota, and its terms are \
        theirs:
        - use it for research; any commercial use needs their permission first;
        - do not pass it on, and do not suggest that they endorse what you do with it;
        - it comes without a warranty;
        - in a publication, cite F. M. Harper and J. A. Konstan, "The MovieLens Datasets: History
          and Context", ACM TiiS 5(4), 2015, https://doi.org/10.1145/2827872.
        The full terms are in its README, https://files.grouplens.org/datasets/movielens/%s"""
        .formatted(
            id(), id() + (this == ML_100K || this == ML_1M ? "-README.txt" : "-README.html"));
  }

  /** The data set with this {@link #id}, if there is one. */
  public static Optional<DataSet> find(String id) {
    for (DataSet dataSet : values()) {
      if (dataSet.id().equals(id)) {
        return Optional.of(dataSet);
      }
    }
    return Optional.empty();
  }

  Archive archive() {
    return archive;
  }

  private static long mebibytes(long count) {
    return count << 20;
  }

  private static List<String> folds(String... others) {
    return IntStream.rangeClosed(0, 5)
        .boxed()
        .flatMap(
            i ->
                i == 0
                    ? List.of(others).stream()
                    : List.of("u" + i + ".base", "u" + i + ".test").stream())
        .toList();
  }
}
