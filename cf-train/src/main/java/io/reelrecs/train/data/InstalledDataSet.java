package io.reelrecs.train.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A data set that is ready to train on.
 *
 * @param folder the folder with its files as GroupLens names them
 * @param ratings the copy of its ratings that a training takes, {@code ratings.dat}
 * @param movies the copy of its movies beside that, {@code movies.dat}
 * @param users the copy of its users, {@code users.dat}, if it has them
 * @param source where it came from
 * @param verified whether its archive was checked against a checksum in this call; false where it
 *     was unpacked earlier, or lay there and no checksum could be had for it
 */
public record InstalledDataSet(
    Path folder, Path ratings, Path movies, Optional<Path> users, Source source, boolean verified) {

  /** Where a data set came from. */
  public enum Source {
    /** Fetched over the network now. */
    DOWNLOAD,
    /** Unpacked from an archive that lay in the data folder. */
    LOCAL_ARCHIVE,
    /** Unpacked at an earlier time. */
    ALREADY_THERE
  }
}
