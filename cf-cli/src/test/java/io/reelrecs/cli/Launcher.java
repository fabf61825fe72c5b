package io.reelrecs.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The real script {@code reelrecs}, with an environment and JVMs of the test's making. */
final class Launcher {

  private final Path folder;
  private final Path script;
  private final Map<String, String> environment = new TreeMap<>();
  private Path directory;

  private Launcher(Path folder, Path script) {
    this.folder = folder;
    this.script = script;
    this.directory = folder;
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("REELRECS_CACHE", "off"); // what it makes outlives the command
  }

  /** The script where it stands; skips the test where there is no bash. */
  static Launcher in(Path folder) {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: no /bin/bash here");
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return new Launcher(folder, module.resolveSibling("reelrecs"));
  }

  /** The same environment, another script: a copy of it, or a link to it. */
  Launcher script(Path other) {
    Launcher launcher = new Launcher(folder, other);
    launcher.environment.putAll(environment);
    return launcher;
  }

  Path script() {
    return script;
  }

  Launcher set(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  Launcher startedFrom(Path other) {
    directory = other;
    return this;
  }

  /** Runs on the JVM that runs this test. */
  Launcher onThisJvm() {
    return set("JAVA_HOME", System.getProperty("java.home"));
  }

  /** Runs {@code mainClass} of this test's class path in place of the built program. */
  Launcher running(Class<?> mainClass) throws IOException {
    Path app = Files.createDirectories(folder.resolve("app with space"));
    List<String> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      classPath.add(Path.of(entry).toUri().toString());
    }
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, mainClass.getName());
    main.put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
    main.put(new Attributes.Name("Add-Opens"), "java.base/java.io");
    try (OutputStream file = Files.newOutputStream(app.resolve("reelrecs.jar"))) {
      new JarOutputStream(file, manifest).close();
    }
    return set("REELRECS_APP", app);
  }

  /**
   * Makes a folder that looks like a JVM, whose {@code java} prints where it is and its arguments.
   *
   * @param release the lines of its release file; none for no release file
   */
  Path fakeJvm(String name, String... release) throws IOException {
    Path home = folder.resolve("jvms").resolve(name);
    Files.createDirectories(home.resolve("bin"));
    if (release.length > 0) {
      Files.write(home.resolve("release"), List.of(release));
    }
    executable(home.resolve("bin/java"), "echo " + name, "printf '%s\\n' \"$@\"");
    return home;
  }

  /** Makes {@code file} a shell script. */
  static Path executable(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
    return file;
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return finish(start(arguments));
  }

  /** Runs a line of shell in which {@code $0} is the script. */
  Run shell(String line) throws IOException, InterruptedException {
    return finish(begin(List.of("/bin/bash", "-c", line, script.toString())));
  }

  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    return begin(command);
  }

  private Process begin(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(Files.createTempFile(folder, "stderr", ".txt").toFile());
    Process process = builder.start();
    errors.put(process.pid(), builder.redirectError().file().toPath());
    return process;
  }

  private final Map<Long, Path> errors = new TreeMap<>();

  /** What a process that {@link #start} started has written to standard error by now. */
  String errorsSoFar(Process process) throws IOException {
    return Files.readString(errors.get(process.pid()));
  }

  Run finish(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the launcher did not end");
    }
    return new Run(process.exitValue(), out, Files.readString(errors.get(process.pid())));
  }
}
