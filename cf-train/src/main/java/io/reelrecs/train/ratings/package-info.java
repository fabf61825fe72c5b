/**
 * Ratings files: their formats, their reader, and the table of ratings that comes of it.
 *
 * <p>{@link io.reelrecs.train.ratings.RatingsReader} tells the format from the content, streams the
 * file in blocks of whole lines and parses bytes: a fast parser for the plain lines that nearly all
 * lines are, a complete one for the rest, which also says what is wrong with a bad line.
 *
 * <p>May touch {@code core.ids}, {@code train.input} and {@code train.parallel}.
 */
package io.reelrecs.train.ratings;
