package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.cli.loadtest.ConnectSettings;
import io.reelrecs.cli.loadtest.LoadResult;
import io.reelrecs.cli.loadtest.LoadSettings;
import io.reelrecs.cli.loadtest.Sending;
import io.reelrecs.cli.loadtest.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code reelrecs loadtest} found. */
record LoadtestRow(ConnectSettings server, LoadSettings load, int candidates, LoadResult result)
    implements Row {

  private static final double NANOS = 1e9;
  private static final double MICROS = 1e3;
  private static final String COLUMNS = "%-10s%10s%10s%10s%10s%10s%10s   %s";

  @Override
  public void writeText(Appendable text) throws IOException {
    Sending sending = result.sending();
    line(text, "Server", server.target() + ", " + Text.plural(server.connections(), "connection"));
    line(text, "Load", pace() + ", " + Text.plural(candidates, "candidate") + " each");
    line(
        text,
        "Sent",
        Text.format("%,d of %,d, %,.1f/s", sending.sent(), sending.due(), sending.rate()));
    line(
        text,
        "Answered",
        Text.format("%,d OK, %,.1f/s%s", result.ok(), result.goodput(), failures()));
    line(text, "Processor", processor());
    text.append('\n');
    text.append(
        Text.format(COLUMNS, "", "p50", "p90", "p99", "p99.9", "max", "mean", "").stripTrailing());
    if (!load.pace().isMax()) {
      times(text, "latency", result.sinceDue(), "from when requests were due");
    }
    times(text, "as sent", result.sinceSent(), "from when they were sent");
    if (result.failed().count() > 0) {
      times(text, "failures", result.failed(), "from when they were due");
    }
    if (!load.pace().isMax()) {
      times(text, "send lag", sending.lag(), "the client's own part of latency");
    }
  }

  private static void line(Appendable text, String label, String value) throws IOException {
    text.append(Text.format("%-11s%s%n", label, value));
  }

  private String pace() {
    String time = " for " + time(load.duration()) + " after " + time(load.warmup());
    if (load.pace().isMax()) {
      return Text.plural(load.concurrency(), "request") + " always under way" + time;
    }
    String arrivals = load.pace().arrivals().name().toLowerCase(Locale.ROOT);
    return Text.format("%,.6g", load.pace().perSecond()).replaceFirst("\\.?0+$", "")
        + " requests/s ("
        + arrivals
        + ")"
        + time;
  }

  private static String time(Duration duration) {
    return Text.format("%s s", Text.rating(duration.toNanos() / NANOS));
  }

  private String failures() {
    return new TreeMap<>(result.outcomes())
        .entrySet().stream()
            .filter(outcome -> !outcome.getKey().equals("OK"))
            .map(outcome -> "; " + Text.count(outcome.getValue()) + " " + outcome.getKey())
            .collect(Collectors.joining());
  }

  private String processor() {
    String client = Text.format("client %,.1f us a request", perRequest(result.clientCpu()));
    return result.serverCpu().isEmpty()
        ? client
        : client + Text.format(", server %,.1f us", perRequest(result.serverCpu().getAsLong()));
  }

  private double perRequest(long nanos) {
    return nanos / MICROS / Math.max(1, result.sending().sent());
  }

  private static void times(Appendable text, String label, Times times, String remark)
      throws IOException {
    text.append('\n');
    text.append(
        Text.format(
                COLUMNS,
                label,
                seconds(times.p50()),
                seconds(times.p90()),
                seconds(times.p99()),
                seconds(times.p999()),
                seconds(times.max()),
                seconds(Math.round(times.mean())),
                remark)
            .stripTrailing());
  }

  private static String seconds(long nanos) {
    return Text.seconds(nanos / NANOS);
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    Sending sending = result.sending();
    json.name("target").value(server.target().toString());
    json.name("connections").value(server.connections());
    json.name("candidates").value(candidates);
    json.name("rate");
    if (load.pace().isMax()) {
      json.value("max");
    } else {
      json.value(load.pace().perSecond());
    }
    json.name("arrivals").value(load.pace().arrivals().name().toLowerCase(Locale.ROOT));
    json.name("duration_s").value(load.duration().toNanos() / NANOS);
    json.name("concurrency").value(load.concurrency());
    json.name("due").value(sending.due());
    json.name("sent").value(sending.sent());
    json.name("sent_per_s").value(sending.rate());
    json.name("waited").value(sending.waited());
    json.name("verdict").value(sending.verdict().name().toLowerCase(Locale.ROOT));
    json.name("ok").value(result.ok());
    json.name("ok_per_s").value(result.goodput());
    json.name("errors").value(result.errors());
    json.name("outcomes").beginObject();
    for (var outcome : new TreeMap<>(result.outcomes()).entrySet()) {
      json.name(outcome.getKey()).value(outcome.getValue());
    }
    json.endObject();
    times(json, "latency", result.sinceDue());
    times(json, "as_sent", result.sinceSent());
    times(json, "failures", result.failed());
    times(json, "send_lag", sending.lag());
    json.name("client_cpu_us_per_request").value(perRequest(result.clientCpu()));
    if (result.serverCpu().isPresent()) {
      json.name("server_cpu_us_per_request").value(perRequest(result.serverCpu().getAsLong()));
    }
  }

  private static void times(JsonWriter json, String name, Times times) throws IOException {
    json.name(name).beginObject();
    json.name("count").value(times.count());
    json.name("p50_s").value(times.p50() / NANOS);
    json.name("p90_s").value(times.p90() / NANOS);
    json.name("p99_s").value(times.p99() / NANOS);
    json.name("p999_s").value(times.p999() / NANOS);
    json.name("max_s").value(times.max() / NANOS);
    json.name("mean_s").value(times.mean() / NANOS);
    json.endObject();
  }
}
