package io.reelrecs.train.ratings;

/**
 * What is wrong with a line.
 *
 * @param column 1-based, in characters; 0 where it is about the line as a whole
 * @param found noun phrase
 * @param expected noun phrase
 */
record BadRow(int column, String found, String expected) {}
