package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What deploy/kubernetes says of the program is so. */
class DeploymentFilesTest {

  private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");

  private static Map<String, JsonObject> settings() {
    String file = FOLDER.resolve("reelrecs.properties").toString();
    Run run = Run.with(Map.of(), "serve", "--config", file, "--print-config", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return run.json().stream().collect(Collectors.toMap(o -> o.get("name").getAsString(), o -> o));
  }

  @Test
  void properties_areAllTaken() throws IOException {
    Properties written = new Properties();
    try (var in = Files.newBufferedReader(FOLDER.resolve("reelrecs.properties"))) {
      written.load(in);
    }
    Map<String, JsonObject> settings = settings();

    assertThat(written.stringPropertyNames()).isNotEmpty();
    for (String name : written.stringPropertyNames()) {
      assertThat(settings.get(name).get("source").getAsString())
          .as(name)
          .isEqualTo(name.equals("json") ? "flag" : "file");
    }
  }

  @Test
  void deployment_hasThePortsAndPathsOfTheProperties() throws IOException {
    String deployment = Files.readString(FOLDER.resolve("deployment.yaml"));
    Map<String, JsonObject> settings = settings();

    for (String port : new String[] {"port", "http-port"}) {
      assertThat(deployment)
          .contains("containerPort: " + settings.get(port).get("value").getAsString());
    }
    assertThat(deployment)
        .contains("mountPath: " + settings.get("model").get("value").getAsString());
  }
}
