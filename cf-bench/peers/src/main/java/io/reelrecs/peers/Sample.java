package io.reelrecs.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The users that every peer is asked for, drawn by {@code Export.java}. */
final class Sample {

  private Sample() {}

  /** Reads them; the candidates that follow are for those who score. */
  static int[] users(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int[] users = new int[in.getInt()];
    in.getInt(); // candidates per user
    in.asIntBuffer().get(users);
    return users;
  }
}
