/**
 * The command {@code reelrecs}. A command here is a thin class: it declares its options, calls the
 * library, and hands the rows it gets to an {@link io.reelrecs.cli.Output}. Data goes to standard
 * output; everything for people (errors, progress, advice) goes to standard error. Exceptions
 * become an exit code and a message in one place, {@link io.reelrecs.cli.ErrorMapper}, and only
 * {@link io.reelrecs.cli.Main#main} ends the process.
 *
 * <p>May touch everything: the libraries, the file system, the network. Nothing touches this.
 */
package io.reelrecs.cli;
