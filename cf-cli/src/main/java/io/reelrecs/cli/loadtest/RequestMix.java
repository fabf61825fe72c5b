package io.reelrecs.cli.loadtest;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Requests without end, as the bytes that go over the wire: many lists of candidates, and for each
 * request one of them with a user drawn anew. A server that remembers what it was asked finds no
 * more in it than in traffic whose lists do not repeat: what comes back are pairs of user and
 * movie, as often as both are popular.
 *
 * <p>The same maker gives the same requests. Immutable and thread-safe.
 */
public final class RequestMix {

  /** Numbers of lists and users have no common factor, so that pairs of them repeat late. */
  private static final int USERS = (1 << 16) + 1;

  private final byte[][] lists;
  private final int[] users;
  private final int candidates;

  private RequestMix(byte[][] lists, int[] users, int candidates) {
    this.lists = lists;
    this.users = users;
    this.candidates = candidates;
  }

  /**
   * A mix.
   *
   * @param lists how many lists of candidates, a power of 2; some 9 kB each where they have 200
   */
  public static RequestMix of(RequestMaker maker, int lists) {
    if (Integer.bitCount(lists) != 1) {
      throw new IllegalArgumentException("lists must be a power of 2, actual: " + lists);
    }
    byte[][] bytes = new byte[lists][];
    int candidates = 0;
    for (int i = 0; i < lists; i++) {
      ScoreRequest request = maker.next();
      candidates = request.getFeaturesCount();
      bytes[i] = request.toBuilder().clearUserId().build().toByteArray();
    }
    int[] users = new int[USERS];
    for (int i = 0; i < USERS; i++) {
      users[i] = maker.nextUser();
    }
    return new RequestMix(bytes, users, candidates);
  }

  /** How many candidates each request has. */
  int candidates() {
    return candidates;
  }

  /** The request of this number, from 0 on. */
  public byte[] get(long number) {
    int user = users[(int) (number % USERS)];
    byte[] list = lists[(int) (number & (lists.length - 1))];
    int head = CodedOutputStream.computeUInt32Size(ScoreRequest.USER_ID_FIELD_NUMBER, user);
    byte[] bytes = new byte[head + list.length];
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 0, head);
      out.writeTag(ScoreRequest.USER_ID_FIELD_NUMBER, WireFormat.WIRETYPE_VARINT);
      out.writeUInt32NoTag(user);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is room for as much as was computed
    }
    System.arraycopy(list, 0, bytes, head, list.length);
    return bytes;
  }
}
