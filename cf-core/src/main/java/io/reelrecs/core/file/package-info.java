/**
 * Files that a program makes: found fit before the work, and written whole or not at all.
 *
 * <p>Touches nothing but the JDK.
 */
package io.reelrecs.core.file;
