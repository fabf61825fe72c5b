/**
 * What {@code reelrecs loadtest} does: requests like real traffic, made before the clock starts; a
 * client that sends them at the times they are due, or as fast as they are answered; and what came
 * of it as a {@link io.reelrecs.cli.loadtest.LoadResult}. How that is shown is for the command.
 *
 * <p>The client is cheap, since it shares its machine's cores with the server more often than not:
 * requests are bytes already, answers are not parsed beyond their length, no thread waits for an
 * answer, and callbacks run where the answer is read.
 *
 * <p>May touch the libraries, the file system and the network, but neither the command line nor the
 * streams. Only {@link io.reelrecs.cli} touches this; it is not exported.
 */
package io.reelrecs.cli.loadtest;
