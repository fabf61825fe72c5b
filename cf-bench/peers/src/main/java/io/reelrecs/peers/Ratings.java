package io.reelrecs.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ratings by user, compressed: user {@code u} rated {@code movie[p]} with {@code rating[p]} for
 * {@code p} from {@code start[u]} to {@code start[u + 1]}, movies ascending.
 *
 * @param users the number of users
 * @param movies the number of movies
 * @param start where each user's ratings begin, then the number of all ratings
 * @param movie the movies
 * @param rating the ratings
 */
record Ratings(int users, int movies, int[] start, int[] movie, float[] rating) {

  /** Reads the file {@code ratings.bin} that {@code Export.java} writes: little-endian. */
  static Ratings read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int users = in.getInt();
    int movies = in.getInt();
    int size = in.getInt();
    int[] start = new int[users + 1];
    int[] movie = new int[size];
    float[] rating = new float[size];
    in.asIntBuffer().get(start);
    in.position(in.position() + Integer.BYTES * start.length);
    in.asIntBuffer().get(movie);
    in.position(in.position() + Integer.BYTES * size);
    in.asFloatBuffer().get(rating);
    return new Ratings(users, movies, start, movie, rating);
  }

  /** The Euclidean length of a user's ratings. */
  double norm(int user) {
    double squares = 0;
    for (int p = start[user]; p < start[user + 1]; p++) {
      squares += (double) rating[p] * rating[p];
    }
    return Math.sqrt(squares);
  }
}
