/**
 * The evaluation lab: contenders are trained and asked on the same splits, measured, and compared.
 *
 * <p>{@link io.reelrecs.train.evaluate.Evaluation} runs a plan and returns figures; printing them
 * is the caller's. Every sum is taken in a fixed order and with exact or {@code StrictMath}
 * operations, so that figures do not depend on threads, JDK or machine.
 *
 * <p>May touch {@code core.score}, {@code core.ids}, {@code core.topk}, {@code train.ratings} and
 * the packages below.
 */
package io.reelrecs.train.evaluate;
