package io.reelrecs.train.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a data set's zip archive before it is fetched. Everything in it lies in one
 * folder that has the data set's name.
 *
 * @param name name of the data set; the archive is {@code name.zip}
 * @param md5 the archive's MD5 in lower case hexadecimal digits where it never changes; else empty,
 *     and the one published beside it counts
 * @param maxBytes a larger archive is refused
 * @param maxUnpackedBytes a larger file in it is refused
 * @param ratings name of the ratings file
 * @param movies name of the movies file
 * @param users name of the users file, if there is one
 * @param others further files to unpack
 */
record Archive(
    String name,
    Optional<String> md5,
    long maxBytes,
    long maxUnpackedBytes,
    String ratings,
    String movies,
    Optional<String> users,
    List<String> others) {

  Archive {
    others = List.copyOf(others);
  }

  String zip() {
    return name + ".zip";
  }

  /** The names of all files to unpack; the ratings come last. */
  List<String> files() {
    List<String> files = new ArrayList<>(others);
    users.ifPresent(files::add);
    files.add(movies);
    files.add(ratings);
    return files;
  }
}
