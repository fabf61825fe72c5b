package io.reelrecs.grpc.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** The content of a file of credentials as it was seen at one time. */
final class CredentialFile {

  private static final int MOST_BYTES = 1 << 20;

  private final Path path;
  private final byte[] content;

  private CredentialFile(Path path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  /**
   * Reads a file.
   *
   * @throws CredentialException if it is not there, cannot be read, is no file or is too large for
   *     one of credentials
   */
  static CredentialFile read(Path path) throws CredentialException {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new CredentialException(path + ": is no file");
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
          throw new CredentialException(
              path + ": has more than a megabyte, which no such file has");
        }
        return new CredentialFile(path, content);
      }
    } catch (NoSuchFileException e) {
      throw new CredentialException(path + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new CredentialException(
          path + ": permission denied; let the user that runs the server read it", e);
    } catch (CredentialException e) {
      throw e;
    } catch (IOException e) {
      throw new CredentialException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  Path path() {
    return path;
  }

  /** Makes something out of the content; a message is put behind the file's name. */
  <T> T parse(Parser<T> parser) throws CredentialException {
    try {
      return parser.parse(content);
    } catch (CredentialException e) {
      throw new CredentialException(path + ": " + e.getMessage(), e.getCause());
    }
  }

  /** Tells one content from another without keeping it. */
  String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Whether every user of the machine may read it. False where files have no such permissions. */
  boolean isReadableByAll() throws CredentialException {
    return permissions().contains(PosixFilePermission.OTHERS_READ);
  }

  /**
   * Refuses a file that every user of the machine may change.
   *
   * @throws CredentialException if that is so
   */
  void refuseWritableByAll() throws CredentialException {
    if (permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new CredentialException(
          path + ": every user of this machine may change it; chmod 600 " + path);
    }
  }

  private Set<PosixFilePermission> permissions() throws CredentialException {
    try {
      return Files.getPosixFilePermissions(path);
    } catch (UnsupportedOperationException e) {
      return Set.of();
    } catch (IOException e) {
      throw new CredentialException(path + ": its permissions cannot be read", e);
    }
  }

  /** Makes something out of a file's content. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(byte[] content) throws CredentialException;
  }
}
