package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingScale;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A table of predicted ratings of bounded size, for any number of readers and writers, none of whom
 * ever waits.
 *
 * <p><b>Layout.</b> Pages of 4 KiB, made when they are first needed. A page is what is remembered
 * of one user and {@value #CELLS} movies that follow each other in some order, in 64 lines of eight
 * words:
 *
 * <pre>
 *   line 0        key: user (32 bits), block of movies (32)
 *                 state: stamp (43), generation (20), busy (1)
 *                 touched: whether it was read since the last search for a page to give up
 *   lines 1..63   six cells: the bits of six predicted ratings, and in two words the codes of three
 *                 cells each: support (19), source (2), together plus 1; 0 where there is no answer
 * </pre>
 *
 * So the answers of one request lie in a few pages, and each is where its movie says. A page may be
 * any of eight in a row that begin where its key's hash says, or of eight more where the other half
 * of the hash says, so that nearly all pages are used before the first has to give way (Azar et
 * al., "Balanced Allocations", STOC 1994). A page of another generation counts as empty; generation
 * 0 is that of pages that were never written. When all are taken, one that was not read lately
 * gives way, as in the clock algorithm of F. J. Corbato, "A Paging Experiment with the Multics
 * System", 1968.
 *
 * <p><b>Why nobody reads half of one answer and half of another.</b> Each page is a sequence lock
 * that is never waited for. A writer sets the busy bit by a compare-and-set, and where that fails
 * somebody else is writing there and it gives up. Then it writes key and cells, and at last the
 * state, with the next stamp and without the busy bit. A reader reads the state, then key and
 * cells, and the state again. If the two states are equal and not busy, no writer was at work in
 * between: the first thing that a writer changes and the last one is the state, and no two writes
 * of a page leave the same one. Otherwise the reader has found nothing, which is always right.
 *
 * <p>The orders that this needs: the reader's first load of the state is an acquire, and a fence
 * keeps its last one behind the others; a release fence keeps the writer's stores behind its
 * compare-and-set, and the last store is a release. The words are read and written whole (opaque).
 */
@SuppressWarnings("EnumOrdinal") // in words that do not leave this class
final class ScoreTable {

  static final int MAX_GENERATION = (1 << 20) - 1;
  static final int MAX_SUPPORT = (1 << 19) - 2;

  /** The answers that a page has room for. */
  static final int CELLS = 378;

  /** Bytes that a page takes. */
  static final int PAGE_BYTES = 4096;

  /** 16 GiB. */
  private static final int MAX_PAGES = 1 << 22;

  private static final int WORDS = PAGE_BYTES / Long.BYTES;
  private static final int WORD_BITS = 9;
  private static final int LINE = 8;
  private static final int CELLS_A_LINE = 6;
  private static final int ROW = 8;
  private static final int WAYS = 2 * ROW;

  private static final int KEY = 0;
  private static final int STATE = 1;
  private static final int TOUCHED = 2;

  private static final long BUSY = 1;
  private static final int GENERATION_SHIFT = 1;
  private static final int STAMP_SHIFT = 21;
  private static final long STAMP_MASK = -1L << STAMP_SHIFT;
  private static final long GENERATION_MASK = (long) MAX_GENERATION << GENERATION_SHIFT;

  private static final int CODES_A_WORD = 3;
  private static final int CODE_BITS = 21;
  private static final int CODE_MASK = (1 << CODE_BITS) - 1;
  private static final int SOURCE_BITS = 2;
  private static final int SOURCE_MASK = 3;

  private static final ScoreSource[] SOURCES = ScoreSource.values();
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle PAGE = MethodHandles.arrayElementVarHandle(long[][].class);

  /** An empty page, for what is not there to be looked up in without a branch. Never written. */
  private static final long[] NOTHING = new long[WORDS];

  private final long[][] pages;

  /** The number of pages that may be the first of a key's. */
  private final int starts;

  /** A table of at most so many bytes or so, of which it takes what it needs by and by. */
  ScoreTable(long bytes) {
    pages = new long[(int) Math.min(MAX_PAGES, Math.max(bytes / PAGE_BYTES, ROW))][];
    starts = pages.length - (ROW - 1);
  }

  /** How many answers it can hold. */
  long capacity() {
    return (long) CELLS * pages.length;
  }

  /**
   * The place of a movie: the block that it is in, and where its cell is in a page.
   *
   * @param rank where it stands in the order of movies; those that are asked for together should
   *     stand together
   */
  static int place(int rank) {
    int cell = rank % CELLS;
    int word = LINE * (1 + cell / CELLS_A_LINE) + cell % CELLS_A_LINE;
    return ((rank / CELLS) << WORD_BITS) | word;
  }

  /** The number of blocks that the places of so many ranks are in. */
  static int blocks(int ranks) {
    return (ranks + CELLS - 1) / CELLS;
  }

  private static int block(int place) {
    return place >>> WORD_BITS;
  }

  private static long key(int user, int block) {
    return ((long) user << Integer.SIZE) | block;
  }

  /**
   * Looks answers up: sets those that are remembered, and lists the others.
   *
   * <p>Pages are found first. Then cells are touched and after that read, both without a branch or
   * an address that depends on what is there, so that the processor waits for many of them at once.
   * Costs a look for each block and some three loads an answer.
   *
   * @param user a number of the user's own
   * @param places the places of the movies, one for each answer
   * @param blocks how many blocks these are of at most
   * @param missing filled with the candidates that are not remembered, ascending; as long as {@code
   *     places}
   * @return how many those are
   */
  int find(
      int generation,
      int user,
      int[] places,
      int blocks,
      RatingScale scale,
      Scores answers,
      int[] missing) {
    long[][] found = new long[blocks][];
    long[] states = new long[blocks];
    for (int place : places) {
      int block = block(place);
      if (found[block] == null) {
        found[block] = page(generation, user, block, states);
      }
    }
    if (touch(places, found)) {
      int missed = read(places, found, scale, answers, missing);
      VarHandle.acquireFence();
      if (isUnchanged(found, states)) {
        return missed;
      }
    }
    for (int i = 0; i < places.length; i++) {
      missing[i] = i;
    }
    return places.length;
  }

  /** Brings predictions into the processor's cache, and tells whether any was ever written. */
  private static boolean touch(int[] places, long[][] found) {
    long any = 0;
    for (int place : places) {
      any |= (long) WORD.getOpaque(found[block(place)], word(place));
    }
    return any != 0;
  }

  private static int read(
      int[] places, long[][] found, RatingScale scale, Scores answers, int[] missing) {
    int missed = 0;
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      long[] page = found[block(place)];
      long prediction = (long) WORD.getOpaque(page, word(place));
      int code = code((long) WORD.getOpaque(page, codes(place)), place);
      double predicted = Double.longBitsToDouble(prediction);
      ScoreSource source = SOURCES[(code - 1) & SOURCE_MASK];
      answers.set(i, scale.normalize(predicted), predicted, source, (code - 1) >>> SOURCE_BITS);
      missing[missed] = i;
      missed += 1 - (-code >>> (Integer.SIZE - 1)); // no branch: nothing could foresee it
    }
    return missed;
  }

  private static boolean isUnchanged(long[][] found, long[] states) {
    for (int block = 0; block < found.length; block++) {
      long[] page = found[block];
      if (page != null && (long) WORD.getOpaque(page, STATE) != states[block]) {
        return false;
      }
    }
    return true;
  }

  /** The page where a block of a user's is, and its state; {@link #NOTHING} where it is not. */
  private long[] page(int generation, int user, int block, long[] states) {
    long wanted = (long) generation << GENERATION_SHIFT;
    long key = key(user, block);
    long hash = hash(key);
    for (int way = 0; way < WAYS; way++) {
      long[] page = (long[]) PAGE.getAcquire(pages, way(hash, way));
      if (page == null) {
        continue;
      }
      long state = (long) WORD.getAcquire(page, STATE);
      if ((long) WORD.getOpaque(page, KEY) == key && (state & (GENERATION_MASK | BUSY)) == wanted) {
        if ((long) WORD.getOpaque(page, TOUCHED) == 0) {
          WORD.setOpaque(page, TOUCHED, 1L);
        }
        states[block] = state;
        return page;
      }
    }
    return NOTHING;
  }

  /** The word of a page that holds the prediction of a place. */
  private static int word(int place) {
    return place & (WORDS - 1);
  }

  private static int lane(int place) {
    return place & (LINE - 1);
  }

  /** The word of a page that holds its code, with two others. */
  private static int codes(int place) {
    return word(place) - lane(place) + CELLS_A_LINE + (lane(place) < CODES_A_WORD ? 0 : 1);
  }

  private static int shift(int place) {
    int lane = lane(place);
    return CODE_BITS * (lane < CODES_A_WORD ? lane : lane - CODES_A_WORD);
  }

  private static int code(long codes, int place) {
    return (int) (codes >>> shift(place)) & CODE_MASK;
  }

  /**
   * Remembers answer {@code i}, unless it cannot be held, or somebody else writes there at this
   * moment.
   */
  void put(int generation, int user, int place, RatingScale scale, Scores answers, int i) {
    double predicted = answers.predicted(i);
    long value = Double.doubleToRawLongBits(answers.value(i));
    if (answers.support(i) > MAX_SUPPORT
        || value != Double.doubleToRawLongBits(scale.normalize(predicted))) {
      return;
    }
    int code = 1 + ((answers.support(i) << SOURCE_BITS) | answers.source(i).ordinal());
    long mine = (long) generation << GENERATION_SHIFT;
    long key = key(user, block(place));
    long hash = hash(key);
    for (int way = 0; way < WAYS; way++) {
      long[] page = (long[]) PAGE.getAcquire(pages, way(hash, way));
      if (page == null) {
        continue;
      }
      long before = (long) WORD.getAcquire(page, STATE);
      if ((long) WORD.getOpaque(page, KEY) == key && (before & GENERATION_MASK) == mine) {
        if (lock(page, before)) {
          write(page, place, predicted, code);
          unlock(page, before, mine);
        }
        return;
      }
    }
    long[] page = leastNeeded(hash, mine);
    long before = (long) WORD.getAcquire(page, STATE);
    if (lock(page, before)) {
      clear(page, key);
      write(page, place, predicted, code);
      unlock(page, before, mine);
    }
  }

  /** A page to write to: a new one, one of another generation, or one that was not read lately. */
  private long[] leastNeeded(long hash, long mine) {
    for (int way = 0; way < WAYS; way++) {
      int at = way(hash, way);
      long[] page = (long[]) PAGE.getAcquire(pages, at);
      if (page == null) {
        long[] fresh = new long[WORDS];
        if (PAGE.compareAndSet(pages, at, (long[]) null, fresh)) {
          return fresh;
        }
      } else if (((long) WORD.getOpaque(page, STATE) & GENERATION_MASK) != mine) {
        return page;
      }
    }
    int first = (int) hash & (WAYS - 1);
    for (int i = 0; i < WAYS; i++) {
      long[] page = (long[]) PAGE.getAcquire(pages, way(hash, (first + i) & (WAYS - 1)));
      if ((long) WORD.getOpaque(page, TOUCHED) == 0) {
        return page;
      }
      WORD.setOpaque(page, TOUCHED, 0L);
    }
    return (long[]) PAGE.getAcquire(pages, way(hash, first));
  }

  private static boolean lock(long[] page, long before) {
    boolean mine = (before & BUSY) == 0 && WORD.compareAndSet(page, STATE, before, before | BUSY);
    VarHandle.releaseFence();
    return mine;
  }

  private static void clear(long[] page, long key) {
    WORD.setOpaque(page, KEY, key);
    WORD.setOpaque(page, TOUCHED, 0L);
    for (int line = LINE; line < WORDS; line += LINE) {
      WORD.setOpaque(page, line + CELLS_A_LINE, 0L);
      WORD.setOpaque(page, line + CELLS_A_LINE + 1, 0L);
    }
  }

  private static void write(long[] page, int place, double predicted, int code) {
    WORD.setOpaque(page, word(place), Double.doubleToRawLongBits(predicted));
    long codes = (long) WORD.getOpaque(page, codes(place));
    codes &= ~((long) CODE_MASK << shift(place));
    WORD.setOpaque(page, codes(place), codes | ((long) code << shift(place)));
  }

  private static void unlock(long[] page, long before, long generation) {
    long stamp = (before & STAMP_MASK) + (1L << STAMP_SHIFT);
    WORD.setRelease(page, STATE, stamp | generation);
  }

  private static long hash(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return hash ^ (hash >>> 32);
  }

  /** Where one of the pages stands that may be a key's. */
  private int way(long hash, int way) {
    long half = way < ROW ? hash >>> Integer.SIZE : hash & 0xFFFFFFFFL;
    return (int) ((half * starts) >>> Integer.SIZE) + way % ROW;
  }
}
