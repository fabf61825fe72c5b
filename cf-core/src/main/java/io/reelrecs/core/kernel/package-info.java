/**
 * The innermost loops: plain scalar code, and the same with the Vector API. Not exported, and the
 * only package that imports {@code jdk.incubator.vector}. Kernels assume what their callers have
 * checked.
 *
 * <p>Touches nothing but the JDK.
 */
package io.reelrecs.core.kernel;
