package io.reelrecs.train;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a set of ratings: SHA-256 over user id, movie id (8 bytes each, big-endian) and
 * rating (the bits of a float) of every rating, by ascending user and then movie. Line order, file
 * format and duplicates that lost do not matter.
 */
final class Fingerprint {

  private static final int BUFFER_RATINGS = 4096;
  private static final int RATING_BYTES = 2 * Long.BYTES + Float.BYTES;

  private Fingerprint() {}

  static String of(TableRows rows) {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_RATINGS * RATING_BYTES);
    for (int row = 0; row < rows.users.size(); row++) {
      long user = rows.users.idAt(row);
      for (int p = rows.start[row]; p < rows.start[row + 1]; p++) {
        if (!buffer.hasRemaining()) {
          digest.update(buffer.flip());
          buffer.clear();
        }
        buffer.putLong(user).putLong(rows.movies.idAt(rows.movie[p]));
        buffer.putFloat(rows.rating[p]);
      }
    }
    digest.update(buffer.flip());
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
