package io.reelrecs.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/** What the launcher's tests start in place of the program. The first argument says what to do. */
public final class LauncherProbe {

  private LauncherProbe() {}

  /** Does it. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream err = StandardError.open();
    switch (args[0]) {
      case "order" -> {
        for (int i = 0; i < 50; i++) {
          System.out.println("out " + i);
          err.println("err " + i);
        }
      }
      case "exit" -> System.exit(Integer.parseInt(args[1]));
      case "where" -> System.out.println(Path.of("").toAbsolutePath());
      case "jvm-stderr" -> System.err.println("from the JVM's own stream");
      case "wait" -> {
        System.out.println(ProcessHandle.current().pid());
        Thread.sleep(60_000);
      }
      default -> System.out.println(String.join("|", args));
    }
  }
}
