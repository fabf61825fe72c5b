/**
 * The report of an evaluation: one HTML file that needs nothing else, for people to read.
 *
 * <p>{@link io.reelrecs.train.report.EvaluationReport} is a pure function from figures to text: no
 * clock, no network, no files. The page is well-formed XML as well as HTML, its style is inline,
 * its charts are inline SVG with their figures in a table below, and it has no script.
 *
 * <p>May touch {@code core.ids}, {@code train.evaluate} and {@code train.evaluate.split}.
 */
package io.reelrecs.train.report;
