package io.reelrecs.train.tune;

import io.reelrecs.train.ratings.RatingTable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a table in its order, which decides what is held out: SHA-256 over user, movie,
 * rating and timestamp of each row (8, 8, 4 and 8 bytes, big-endian).
 */
final class DataDigest {

  private static final int ROW_BYTES = 3 * Long.BYTES + Float.BYTES;

  private DataDigest() {}

  static String of(RatingTable table) {
    MessageDigest digest = sha256();
    ByteBuffer row = ByteBuffer.allocate(ROW_BYTES);
    for (int i = 0; i < table.size(); i++) {
      row.clear();
      row.putLong(table.userAt(i)).putLong(table.movieAt(i));
      row.putFloat(table.ratingAt(i)).putLong(table.timestampAt(i));
      digest.update(row.flip());
    }
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
