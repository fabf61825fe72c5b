package io.reelrecs.train.data;

import io.reelrecs.train.data.InstalledDataSet.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fetches MovieLens data sets from GroupLens into a data folder, and makes one of them the data to
 * train on.
 *
 * <p>In the data folder: {@code NAME/} has the files of the data set NAME; {@code ratings.dat},
 * {@code movies.dat} and {@code users.dat} are copies of the files of the one fetched last. While
 * it is fetched, {@code NAME.zip.part} has what has come so far, and a later call goes on from
 * there. An archive that already lies at {@code NAME.zip} is used instead of the network, and stays
 * there. A data set that is already unpacked is not fetched again unless existing files are to be
 * replaced.
 *
 * <p>Other data in the place of the copies is never replaced unless the options say so. Copies are
 * told from other data by their content.
 *
 * <p>An archive is checked against the MD5 that is known for it or published beside it. Not
 * thread-safe for one data folder; one call at a time.
 */
public final class DataSetDownloader {

  private final DownloadOptions options;

  /** A downloader with these options. */
  public DataSetDownloader(DownloadOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Makes a data set the data to train on, fetching it when it is not there.
   *
   * @param folder the data folder; made when it is not there
   * @param listener told of the download, in bytes
   * @throws FilesExistException if other data is in the way; nothing was fetched or changed
   * @throws DownloadException if the data set cannot be fetched, is damaged or is not what it
   *     should be; the message says what to do
   * @throws IOException if a file cannot be read or written
   */
  public InstalledDataSet download(DataSet dataSet, Path folder, ProgressListener listener)
      throws IOException {
    return download(dataSet.archive(), folder, listener);
  }

  InstalledDataSet download(Archive archive, Path folder, ProgressListener listener)
      throws IOException {
    Objects.requireNonNull(listener, "listener");
    TrainingFiles training = new TrainingFiles(folder);
    boolean replace = options.existing() == ExistingFiles.REPLACE;
    if (!replace) {
      List<Archive> known = new ArrayList<>(List.of(archive));
      for (DataSet other : DataSet.values()) {
        known.add(other.archive());
      }
      training.check(known);
    }
    Path target = folder.resolve(archive.name());
    Path zip = folder.resolve(archive.zip());
    Source source;
    boolean verified;
    if (!replace && archive.files().stream().map(target::resolve).allMatch(Files::exists)) {
      source = Source.ALREADY_THERE;
      verified = false;
    } else if (Files.exists(zip)) {
      source = Source.LOCAL_ARCHIVE;
      verified = verifyLocal(archive, zip);
      Unpacker.unpack(archive, zip, target);
    } else {
      source = Source.DOWNLOAD;
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      PartFile part = new PartFile(zip);
      fetch(archive, part, zip, listener);
      try {
        Unpacker.unpack(archive, part.file(), target);
      } catch (DownloadException e) {
        part.delete(); // of no use to a later call
        throw e;
      }
      part.delete();
      verified = true;
    }
    training.replace(archive);
    return new InstalledDataSet(
        target, training.ratings(), training.movies(), training.users(archive), source, verified);
  }

  /** Completes the part file and checks it; one that is wrong is removed. */
  private void fetch(Archive archive, PartFile part, Path zip, ProgressListener listener)
      throws IOException {
    URI uri = options.base().resolve(archive.zip());
    HttpFetch fetch = new HttpFetch(options);
    String expected;
    try {
      expected = expectedMd5(archive, fetch);
      fetch.complete(uri, part, archive.maxBytes(), listener);
    } catch (DownloadException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DownloadException(
          "The download of %s was interrupted. Run it again to go on.".formatted(uri), e);
    } catch (IOException e) {
      throw NetworkFailure.explain(uri, zip, part.size(), e);
    }
    String actual = Md5.of(part.file());
    if (!actual.equals(expected)) {
      part.delete();
      throw new DownloadException(
          "%s came damaged: its MD5 is %s and should be %s. It was deleted; download it again."
              .formatted(uri, actual, expected));
    }
  }

  private String expectedMd5(Archive archive, HttpFetch fetch)
      throws IOException, InterruptedException {
    if (archive.md5().isPresent()) {
      return archive.md5().get();
    }
    URI uri = options.base().resolve(archive.zip() + ".md5");
    Optional<String> published = fetch.text(uri).flatMap(Md5::parse);
    return published.orElseThrow(
        () ->
            new DownloadException(
                "%s has no checksum for %s, and without one it is not downloaded. Try again later, or put the archive into the data folder yourself."
                    .formatted(uri, archive.zip())));
  }

  /** Whether the archive has its known checksum; false if none is known or can be had. */
  private boolean verifyLocal(Archive archive, Path zip) throws IOException {
    String expected;
    try {
      expected = expectedMd5(archive, new HttpFetch(options));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DownloadException("Interrupted while checking %s.".formatted(zip), e);
    } catch (IOException e) {
      return false; // offline: whoever put it there knows where it is from
    }
    String actual = Md5.of(zip);
    if (!actual.equals(expected)) {
      throw new DownloadException(
          "%s is damaged or of another version: its MD5 is %s and should be %s. Delete it and run this again to download it."
              .formatted(zip, actual, expected));
    }
    return true;
  }
}
