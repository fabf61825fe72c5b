/**
 * Where the value of an option comes from that was not given as a flag: an environment variable, a
 * file, or the default. {@link io.reelrecs.cli.settings.Settings} is the way in.
 *
 * <p>May touch picocli. Knows no command.
 */
package io.reelrecs.cli.settings;
