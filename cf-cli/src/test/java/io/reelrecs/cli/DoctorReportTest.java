package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.reelrecs.cli.KernelStatus.VectorApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DoctorReportTest {

  @Test
  void command_text_showsEveryFactOfThisJvm() {
    Run run = Run.of("doctor");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            Runtime.version().toString(),
            System.getProperty("java.home"),
            "\nProcessors  " + Runtime.getRuntime().availableProcessors() + "\n",
            "\nHeap        up to ",
            System.getProperty("os.arch"))
        .endsWith("\n");
  }

  @Test
  void command_json_isOneObjectOnOneLine() {
    Run run = Run.of("doctor", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.get("heap_max_bytes").getAsLong()).isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(json.get("memory_bytes").getAsLong()).isPositive();
    assertThat(json.get("vector_api").getAsBoolean())
        .isEqualTo(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
  }

  @Test
  void warnings_goodMachine_none() {
    assertThat(report(VectorApi.LOADED, 4L << 30).warnings()).isEmpty();
  }

  @Test
  void warnings_smallHeap_saysHowToRaiseIt() {
    assertThat(report(VectorApi.LOADED, 512L << 20).warnings())
        .singleElement()
        .asString()
        .contains("0.5 GB", "REELRECS_JAVA_OPTS=-Xmx1g");
  }

  @Test
  void warnings_noVectorApi_saysWhatToDo() {
    assertThat(report(VectorApi.NOT_LOADED, 4L << 30).warnings())
        .singleElement()
        .asString()
        .contains("--add-modules jdk.incubator.vector");
    assertThat(report(VectorApi.ABSENT, 4L << 30).warnings())
        .singleElement()
        .asString()
        .contains("JAVA_HOME");
  }

  private static DoctorReport report(VectorApi vectorApi, long heap) {
    return new DoctorReport(
        "1",
        "17",
        "vendor",
        "/java",
        new KernelStatus("scalar", vectorApi),
        2,
        heap,
        8L << 30,
        "Linux",
        Path.of("m.rrm"),
        -1);
  }
}
