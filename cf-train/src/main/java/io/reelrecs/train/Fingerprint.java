package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
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

  static String of(IdIndex users, IdIndex movies, RatingMatrix matrix) {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_RATINGS * RATING_BYTES);
    for (int user = 0; user < matrix.users(); user++) {
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        if (!buffer.hasRemaining()) {
          digest.update(buffer.flip());
          buffer.clear();
        }
        buffer.putLong(users.idAt(user)).putLong(movies.idAt(matrix.movieAt(p)));
        buffer.putFloat(matrix.ratingAt(p));
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
