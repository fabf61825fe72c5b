package io.reelrecs.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each kernel took, as a table for people: a row per benchmark, a column per kernel with the
 * median and how many times faster than the first kernel it is; with the profiler {@code gc} a
 * column for what the last kernel allocates.
 */
final class KernelTable {

  private static final int MEDIAN = 50;

  private final List<String> kernels = new ArrayList<>();
  private final Map<String, Map<String, Figures>> byBenchmark = new LinkedHashMap<>();

  /** Adds what one kernel took. */
  void add(KernelChoice kernel, List<Figures> figures) {
    kernels.add(kernel.label());
    for (Figures each : figures) {
      byBenchmark
          .computeIfAbsent(each.label(), label -> new LinkedHashMap<>())
          .put(kernel.label(), each);
    }
  }

  void print(PrintStream out) {
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("benchmark (median)"));
    head.addAll(kernels);
    head.add("allocated");
    table.add(head);
    byBenchmark.forEach((label, figures) -> table.add(row(label, figures)));
    table.print(out);
  }

  private List<String> row(String label, Map<String, Figures> figures) {
    List<String> row = new ArrayList<>(List.of(label));
    Figures first = figures.get(kernels.get(0));
    String allocated = "-";
    for (String kernel : kernels) {
      Figures each = figures.get(kernel);
      row.add(each == null ? "failed" : cell(first, each));
      if (each != null && each.allocated().isPresent()) {
        allocated = TimeText.count(Math.round(each.allocated().getAsDouble())) + " B";
      }
    }
    row.add(allocated);
    return row;
  }

  private static String cell(Figures first, Figures each) {
    String time = TimeText.of(each.nanos(MEDIAN));
    return first == null || first == each
        ? time
        : time + " (" + TimeText.headroom(first.nanos(MEDIAN), each.nanos(MEDIAN)) + ")";
  }
}
