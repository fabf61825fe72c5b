package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's cache of classes, made and used by the JVM that runs the tests. */
class LauncherArchiveTest {

  private static final String SHARED = "ReelRecs source: shared objects file";

  @TempDir private Path folder;

  @Test
  void cache_ofThisJvm_isUsedAndNeverSpokenOf() throws Exception {
    Launcher launcher = Launcher.in(folder).onThisJvm().set("REELRECS_APP", app());
    Path log = folder.resolve("classes.txt");
    launcher.set("REELRECS_JAVA_OPTS", "-Xlog:class+load:file=" + log);

    for (String command : new String[] {"--version", "doctor"}) {
      assertClean(launcher.set("REELRECS_CACHE", "now").run(command));
      assertThat(log).content().contains(SHARED);
    }

    breakCaches();
    for (String command : new String[] {"--version", "doctor"}) {
      assertClean(launcher.set("REELRECS_CACHE", "auto").run(command));
      assertThat(log).content().contains("reelrecs.cli.ReelRecs").doesNotContain(SHARED);
    }
  }

  @Test
  void cache_jvmOptionsThatDoNotFit_startWithoutAWord() throws Exception {
    Launcher launcher = Launcher.in(folder).onThisJvm().set("REELRECS_APP", app());
    assertClean(launcher.set("REELRECS_CACHE", "now").run("--version"));

    for (String option : new String[] {"-XX:-UseCompressedOops", "-Xmx40g", "-ea"}) {
      assertClean(launcher.set("REELRECS_JAVA_OPTS", option).run("--version"));
    }
  }

  private static void assertClean(Run run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("reelrecs ").doesNotContain("[warning]", "[error", "WARNING");
  }

  /** Replaces their content with nonsense, but leaves their age. */
  private void breakCaches() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("app/cache"))) {
      for (Path file : files.filter(path -> !path.toString().endsWith(".key")).toList()) {
        FileTime age = Files.getLastModifiedTime(file);
        Files.delete(file);
        Files.writeString(file, "no cache");
        Files.setLastModifiedTime(file, age);
      }
    }
  }

  /** The program as it is delivered, all in jars: a JVM caches no class from a folder. */
  private Path app() throws IOException {
    Path app = Files.createDirectories(folder.resolve("app"));
    List<String> names = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        String name = names.size() + ".jar";
        pack(path, app.resolve(name), new Manifest());
        names.add(name);
      } else {
        names.add(path.toUri().toString());
      }
    }
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    main.put(Attributes.Name.CLASS_PATH, String.join(" ", names));
    main.put(new Attributes.Name("Add-Opens"), "java.base/java.io");
    try (OutputStream file = Files.newOutputStream(app.resolve("reelrecs.jar"))) {
      new JarOutputStream(file, manifest).close();
    }
    return app;
  }

  private static void pack(Path classes, Path jar, Manifest manifest) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
