package io.reelrecs.train.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes the expected files out of an archive. An archive with a name that leads out of its folder,
 * with too many entries, or with a file that is too large is refused as a whole; entries that are
 * not expected are left in it. Only plain files are ever written, so a link in an archive stays a
 * text.
 */
final class Unpacker {

  private static final int MAX_ENTRIES = 1000;

  private Unpacker() {}

  /**
   * Unpacks into {@code folder}, which gets all files or none of them.
   *
   * @throws DownloadException if the archive is damaged, dangerous or incomplete
   */
  static void unpack(Archive archive, Path zip, Path folder) throws IOException {
    try (ZipFile entries = new ZipFile(zip.toFile())) {
      checkNames(archive, zip, entries);
      try (FileSet files = new FileSet(folder)) {
        for (String name : archive.files()) {
          ZipEntry entry = entries.getEntry(archive.name() + "/" + name);
          if (entry == null || entry.isDirectory()) {
            throw refused(zip, "there is no " + archive.name() + "/" + name + " in it");
          }
          try (InputStream in = entries.getInputStream(entry)) {
            copy(archive, zip, in, files.temporary(folder.resolve(name)));
          }
        }
        files.publish();
      }
    } catch (ZipException e) {
      throw new DownloadException(
          "%s is no sound zip archive: %s. Get it again.".formatted(zip, e.getMessage()), e);
    }
  }

  private static void checkNames(Archive archive, Path zip, ZipFile entries)
      throws DownloadException {
    if (entries.size() > MAX_ENTRIES) {
      throw refused(zip, "it has %d entries, more than %d".formatted(entries.size(), MAX_ENTRIES));
    }
    Set<String> names = new HashSet<>();
    for (Enumeration<? extends ZipEntry> e = entries.entries(); e.hasMoreElements(); ) {
      ZipEntry entry = e.nextElement();
      String name = entry.getName();
      boolean leadsOut =
          name.startsWith("/")
              || name.contains("\\")
              || name.contains(":")
              || name.indexOf('\0') >= 0
              || List.of(name.split("/", -1)).contains("..");
      if (leadsOut) {
        throw refused(zip, "its entry \"" + printable(name) + "\" leads out of the folder");
      }
      if (!names.add(name)) {
        throw refused(zip, "its entry \"" + printable(name) + "\" is there twice");
      }
      if (entry.getSize() > archive.maxUnpackedBytes()) {
        throw tooLarge(archive, zip);
      }
    }
  }

  /** Copies no more than allowed, whatever size the archive claims. */
  private static void copy(Archive archive, Path zip, InputStream in, Path file)
      throws IOException {
    long left = archive.maxUnpackedBytes();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
        left -= size;
        if (left < 0) {
          throw tooLarge(archive, zip);
        }
        out.write(buffer, 0, size);
      }
    }
  }

  private static DownloadException tooLarge(Archive archive, Path zip) {
    return refused(
        zip, "it unpacks to more than %d MiB".formatted(archive.maxUnpackedBytes() >> 20));
  }

  private static DownloadException refused(Path zip, String why) {
    return new DownloadException(
        "%s was not unpacked: %s. It is not the archive that GroupLens publishes; get it again."
            .formatted(zip, why));
  }

  private static String printable(String name) {
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), 80); i++) {
      char c = name.charAt(i);
      printable.append(c < ' ' || c > '~' ? '?' : c);
    }
    return printable.toString();
  }
}
