package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingScale;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A table of predicted ratings of fixed size, for any number of readers and writers, none of whom
 * ever waits.
 *
 * <p><b>Layout.</b> One array; a slot is three words of it:
 *
 * <pre>
 *   key         user (32 bits), movie (32)
 *   prediction  the bits of the predicted rating
 *   state       stamp (24), generation (20), support (17), source (2), busy (1)
 * </pre>
 *
 * A key may be in any of the four slots in a row that begin where its hash says; two of these lie
 * in one line of the processor's cache. A slot of another generation counts as empty; generation 0
 * is that of slots that were never written. When all four are taken, the key decides which one
 * gives way.
 *
 * <p><b>Why nobody reads half of one answer and half of another.</b> Each slot is a sequence lock
 * that is never waited for. A writer sets the busy bit by a compare-and-set, and where that fails
 * somebody else is writing there and it gives up. Then it writes key and prediction, and at last
 * the state, with the next stamp and without the busy bit. A reader reads the state, key and
 * prediction, and the state again. If the two states are equal and not busy, no writer was at work
 * in between: the first thing that a writer changes and the last one is the state, and no two
 * writes of a slot leave the same one, unless exactly a multiple of 2<sup>24</sup> of them happen
 * between two loads of one reader. Otherwise the reader has found nothing, which is always right.
 *
 * <p>The orders that this needs: the reader's first load of the state is an acquire, and a fence
 * keeps its last one behind the others; a release fence keeps the writer's stores behind its
 * compare-and-set, and the last store is a release. The words are read and written whole (opaque).
 */
@SuppressWarnings("EnumOrdinal") // in words that do not leave this class
final class ScoreTable {

  static final int MAX_GENERATION = (1 << 20) - 1;
  static final int MAX_SUPPORT = (1 << 17) - 1;

  /** Bytes that a slot takes. */
  static final int SLOT_BYTES = 24;

  private static final int WORDS = 3;
  private static final int WAYS = 4;

  private static final int PREDICTION = 1;
  private static final int STATE = 2;

  private static final long BUSY = 1;
  private static final int SOURCE_SHIFT = 1;
  private static final int SOURCE_MASK = 3;
  private static final int SUPPORT_SHIFT = 3;
  private static final int GENERATION_SHIFT = 20;
  private static final int STAMP_SHIFT = 40;
  private static final long STAMP_MASK = -1L << STAMP_SHIFT;
  private static final long GENERATION_MASK = (long) MAX_GENERATION << GENERATION_SHIFT;

  private static final ScoreSource[] SOURCES = ScoreSource.values();
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] words;

  /** The number of slots that may be the first of a key's. */
  private final int starts;

  /** A table of about so many bytes, rounded up to the smallest that works. */
  ScoreTable(long bytes) {
    long most = (Integer.MAX_VALUE - 8) / WORDS;
    long slots = Math.min(most, Math.max(bytes / SLOT_BYTES, WAYS));
    words = new long[(int) slots * WORDS];
    starts = (int) slots - (WAYS - 1);
  }

  /** How many answers it can hold. */
  int slots() {
    return words.length / WORDS;
  }

  /** Whether these ids make a key. */
  static boolean isKey(long user, long movie) {
    return (user | movie) >>> Integer.SIZE == 0;
  }

  static long key(long user, long movie) {
    return user << Integer.SIZE | movie;
  }

  /**
   * Looks answers up: sets those that are remembered, and lists the others.
   *
   * <p>In two passes, of which the first only touches memory. Its loads do not depend on each
   * other, so that the processor waits for many of them at once; were each answer looked up to its
   * end before the next, it would wait for one after the other.
   *
   * @param places room for one number a candidate; filled with those that are not remembered,
   *     ascending
   * @return how many those are
   */
  int find(
      int generation, long user, long[] movies, RatingScale scale, Scores answers, int[] places) {
    long wanted = (long) generation << GENERATION_SHIFT;
    int sure = 0;
    for (int i = 0; i < movies.length; i++) {
      long key = key(user, movies[i]);
      int home = home(key);
      places[i] = home;
      long other = (long) WORD.getOpaque(words, home) ^ key;
      other |= ((long) WORD.getOpaque(words, home + STATE) ^ wanted) & GENERATION_MASK;
      sure += other == 0 ? 1 : 0;
    }
    int missed = 0;
    for (int i = 0; i < movies.length; i++) {
      boolean found =
          sure > 0
              && isKey(user, movies[i])
              && find(generation, key(user, movies[i]), places[i], scale, answers, i);
      if (!found) {
        places[missed++] = i;
      }
    }
    return missed;
  }

  private boolean find(
      int generation, long key, int home, RatingScale scale, Scores answers, int i) {
    long wanted = (long) generation << GENERATION_SHIFT;
    for (int at = home; at < home + WAYS * WORDS; at += WORDS) {
      long state = (long) WORD.getAcquire(words, at + STATE);
      if ((long) WORD.getOpaque(words, at) == key && (state & (GENERATION_MASK | BUSY)) == wanted) {
        long prediction = (long) WORD.getOpaque(words, at + PREDICTION);
        VarHandle.acquireFence();
        if ((long) WORD.getOpaque(words, at + STATE) != state) {
          return false;
        }
        double predicted = Double.longBitsToDouble(prediction);
        ScoreSource source = SOURCES[(int) (state >>> SOURCE_SHIFT) & SOURCE_MASK];
        int support = (int) (state >>> SUPPORT_SHIFT) & MAX_SUPPORT;
        answers.set(i, scale.normalize(predicted), predicted, source, support);
        return true;
      }
    }
    return false;
  }

  /**
   * Remembers answer {@code i}, unless it cannot be held, is there already, or somebody else writes
   * there at this moment.
   */
  void put(int generation, long key, RatingScale scale, Scores answers, int i) {
    double predicted = answers.predicted(i);
    long value = Double.doubleToRawLongBits(answers.value(i));
    if (answers.support(i) > MAX_SUPPORT
        || value != Double.doubleToRawLongBits(scale.normalize(predicted))) {
      return;
    }
    long mine = (long) generation << GENERATION_SHIFT;
    int home = home(key);
    int at = home + WORDS * ((int) key & WAYS - 1);
    for (int way = 0; way < WAYS; way++) {
      int there = home + WORDS * way;
      if (((long) WORD.getAcquire(words, there + STATE) & GENERATION_MASK) != mine) {
        at = there;
        break;
      }
      if ((long) WORD.getOpaque(words, there) == key) {
        return;
      }
    }
    long state =
        mine
            | (long) answers.support(i) << SUPPORT_SHIFT
            | (long) answers.source(i).ordinal() << SOURCE_SHIFT;
    write(at, key, Double.doubleToRawLongBits(predicted), state);
  }

  private void write(int at, long key, long prediction, long state) {
    long before = (long) WORD.getOpaque(words, at + STATE);
    if ((before & BUSY) != 0 || !WORD.compareAndSet(words, at + STATE, before, before | BUSY)) {
      return;
    }
    VarHandle.releaseFence();
    WORD.setOpaque(words, at, key);
    WORD.setOpaque(words, at + PREDICTION, prediction);
    long stamp = (before & STAMP_MASK) + (1L << STAMP_SHIFT);
    WORD.setRelease(words, at + STATE, stamp | state);
  }

  /** The word at which the first of a key's slots begins. */
  private int home(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return WORDS * (int) (((hash >>> 32) * starts) >>> 32);
  }
}
