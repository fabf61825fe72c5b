package io.reelrecs.grpc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads the bytes of a {@code ScoreRequest} straight into arrays. Knows what encoders write: the
 * fields of the contract in any order and any number, each with its own wire type, and varints of
 * up to five bytes. Whatever else there is in a message (unknown fields, longer varints, what is no
 * message at all) it leaves to the generated parser, so that there is one judge of it.
 *
 * <p>Two passes: the first counts candidates, the second reads them. Linear in the number of bytes.
 */
final class ScoreRequestReader {

  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** More than all fields of a candidate and the eight bytes of the last look take. */
  private static final int SLACK = 64;

  /** The bits of a tag that are the wire type. */
  private static final int WIRE_TYPE = 7;

  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private static final int USER_ID = 1 << 3 | VARINT;
  private static final int FEATURES = 2 << 3 | LENGTH_DELIMITED;

  private static final int MOVIE_ID = 1 << 3 | VARINT;
  private static final int GENRE_OVERLAP = 2 << 3 | FIXED32;
  private static final int GENRE_DIVERSITY = 3 << 3 | FIXED32;
  private static final int COLLABORATIVE = 4 << 3 | FIXED32;
  private static final int SIMILAR_USERS = 5 << 3 | VARINT;
  private static final int AVG_RATING = 6 << 3 | FIXED32;
  private static final int RATING_COUNT = 7 << 3 | VARINT;
  private static final int POPULARITY = 8 << 3 | FIXED32;
  private static final int MOVIE_YEAR = 9 << 3 | VARINT;
  private static final int YEAR_PREFERENCE = 10 << 3 | FIXED32;
  private static final int DAYS_SINCE_RELEASED = 11 << 3 | FIXED32;

  /** Bits of a varint's byte that count. */
  private static final int GROUP = 7;

  /** The bytes of the longest varint that is read here. */
  private static final int MAX_VARINT = 5;

  /** Stands for the place in a message where something is that is left to the other parser. */
  private static final int STRANGE = -1;

  private ScoreRequestReader() {}

  /**
   * The request in the first {@code size} of these bytes; empty where it is for the generated
   * parser to say what they are.
   */
  static Optional<CandidateRequest> read(byte[] bytes, int size) {
    int candidates = 0;
    int user = 0;
    int at = 0;
    while (at < size) {
      int tag = bytes[at++];
      int end = varintEnd(bytes, at, size);
      if (end == STRANGE) {
        return Optional.empty();
      }
      int value = varint(bytes, at, end);
      at = end;
      if (tag == FEATURES && value >= 0 && value <= size - at) {
        candidates++;
        at += value;
      } else if (tag == USER_ID) {
        user = value;
      } else {
        return Optional.empty();
      }
    }
    CandidateRequest request = new CandidateRequest(user, candidates);
    at = 0;
    for (int i = 0; at < size; ) {
      int tag = bytes[at++];
      int start = varintEnd(bytes, at, size);
      if (tag == FEATURES) {
        int end = start + varint(bytes, at, start);
        if (!candidate(bytes, start, end, request, i++)) {
          return Optional.empty();
        }
        at = end;
      } else {
        at = start;
      }
    }
    return Optional.of(request);
  }

  /**
   * Reads one candidate, in the order in which encoders write fields: a look at eight bytes tells
   * whether the next one is there and what it is. Looks beyond the end of the candidate, too, and
   * at what is in the buffer after the message; where that does not lead to the end exactly, it was
   * for nothing, and the candidate is read field by field.
   */
  private static boolean candidate(
      byte[] bytes, int start, int end, CandidateRequest request, int i) {
    if (bytes.length - end < SLACK) {
      return anyOrder(bytes, start, end, request, i);
    }
    int at = start;
    long next = (long) LONG.get(bytes, at);
    if ((byte) next == MOVIE_ID && isShort(next)) {
      request.movieIds[i] = shortVarint(next);
      at += shortLength(next);
      next = (long) LONG.get(bytes, at);
    }
    int there =
        ((((int) next & 0xff) ^ GENRE_OVERLAP) - 1) >> 31; // no branch: half of them have none
    request.genreOverlap[i] = Float.intBitsToFloat((int) (next >>> 8) & there);
    at += 5 & there;
    next = (long) LONG.get(bytes, at);
    if ((byte) next == GENRE_DIVERSITY) {
      at += 5;
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == COLLABORATIVE) {
      request.collaborative[i] = fixed(next);
      at += 5;
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == SIMILAR_USERS && isShort(next)) {
      at += shortLength(next);
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == AVG_RATING) {
      at += 5;
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == RATING_COUNT && isShort(next)) {
      at += shortLength(next);
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == POPULARITY) {
      request.popularityPercentile[i] = fixed(next);
      at += 5;
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == MOVIE_YEAR && isShort(next)) {
      at += shortLength(next);
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == YEAR_PREFERENCE) {
      request.yearPreference[i] = fixed(next);
      at += 5;
      next = (long) LONG.get(bytes, at);
    }
    if ((byte) next == DAYS_SINCE_RELEASED) {
      at += 5;
    }
    return at == end || again(bytes, start, end, request, i);
  }

  private static boolean again(byte[] bytes, int start, int end, CandidateRequest request, int i) {
    request.movieIds[i] = 0;
    request.genreOverlap[i] = 0;
    request.collaborative[i] = 0;
    request.popularityPercentile[i] = 0;
    request.yearPreference[i] = 0;
    return anyOrder(bytes, start, end, request, i);
  }

  /** Whether a varint of one or two bytes follows the tag. */
  private static boolean isShort(long next) {
    return (next & 0x808000) != 0x808000;
  }

  /** The bytes of a tag and such a varint. */
  private static int shortLength(long next) {
    return 2 + (int) ((next >>> 15) & 1);
  }

  private static int shortVarint(long next) {
    int low = (int) (next >>> 8) & 0x7f;
    int high = (int) (next >>> 16) & 0x7f;
    return low | ((high << GROUP) & (2 - shortLength(next)));
  }

  private static float fixed(long next) {
    return Float.intBitsToFloat((int) (next >>> 8));
  }

  private static boolean anyOrder(
      byte[] bytes, int start, int end, CandidateRequest request, int i) {
    int at = start;
    while (at < end) {
      int tag = bytes[at++];
      if ((tag & WIRE_TYPE) == FIXED32) {
        if (end - at < Float.BYTES) {
          return false;
        }
        float value = (float) FLOAT.get(bytes, at);
        at += Float.BYTES;
        switch (tag) {
          case GENRE_OVERLAP -> request.genreOverlap[i] = value;
          case COLLABORATIVE -> request.collaborative[i] = value;
          case POPULARITY -> request.popularityPercentile[i] = value;
          case YEAR_PREFERENCE -> request.yearPreference[i] = value;
          case GENRE_DIVERSITY, AVG_RATING, DAYS_SINCE_RELEASED -> {}
          default -> {
            return false;
          }
        }
      } else {
        int next = varintEnd(bytes, at, end);
        if (next == STRANGE) {
          return false;
        }
        switch (tag) {
          case MOVIE_ID -> request.movieIds[i] = Integer.toUnsignedLong(varint(bytes, at, next));
          case SIMILAR_USERS, RATING_COUNT, MOVIE_YEAR -> {}
          default -> {
            return false;
          }
        }
        at = next;
      }
    }
    return true;
  }

  /** Where the varint ends that begins there, if it does before {@code end}. */
  private static int varintEnd(byte[] bytes, int start, int end) {
    if (start < end && bytes[start] >= 0) {
      return start + 1;
    }
    int last = Math.min(end, start + MAX_VARINT);
    for (int at = start; at < last; at++) {
      if (bytes[at] >= 0) {
        return at + 1;
      }
    }
    return STRANGE;
  }

  private static int varint(byte[] bytes, int start, int end) {
    if (end == start + 1) {
      return bytes[start];
    }
    int value = 0;
    for (int at = end - 1; at >= start; at--) {
      value = (value << GROUP) | (bytes[at] & 0x7f);
    }
    return value;
  }
}
