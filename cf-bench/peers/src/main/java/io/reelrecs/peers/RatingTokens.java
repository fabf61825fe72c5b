package io.reelrecs.peers;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** A user's ratings as terms with frequencies. */
final class RatingTokens extends TokenStream {

  /** Frequencies are whole numbers, ratings are half stars. */
  static final int STEPS_PER_STAR = 2;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final Ratings ratings;
  private final int end;
  private int position;

  RatingTokens(Ratings ratings, int user) {
    this.ratings = ratings;
    position = ratings.start()[user];
    end = ratings.start()[user + 1];
  }

  /** The term of a movie. */
  static String term(int movie) {
    return Integer.toString(movie);
  }

  @Override
  public boolean incrementToken() {
    if (position == end) {
      return false;
    }
    clearAttributes();
    term.setEmpty().append(term(ratings.movie()[position]));
    frequency.setTermFrequency(Math.round(ratings.rating()[position] * STEPS_PER_STAR));
    position++;
    return true;
  }
}
