package io.reelrecs.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model says of itself.
 *
 * @param algorithm name of the algorithm, as {@code train --algorithm} takes it
 * @param parameters the algorithm's parameters by name, sorted; everything that a second training
 *     needs to come to the same model
 * @param fingerprint digest of the ratings that it was trained on, "sha256:" and 64 hex digits;
 *     equal for equal ratings, in whatever order or format they stood
 * @param writer name and version of the program that wrote it
 */
public record ModelManifest(
    String algorithm, SortedMap<String, String> parameters, String fingerprint, String writer) {

  /** Copies the parameters and refuses nulls. */
  public ModelManifest {
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(writer, "writer");
    parameters.values().forEach(value -> Objects.requireNonNull(value, "parameter value"));
    TreeMap<String, String> sorted = new TreeMap<>(); // by name, whatever order the given map has
    sorted.putAll(parameters);
    parameters = Collections.unmodifiableSortedMap(sorted);
  }

  /** A manifest with its parameters in any kind of map. */
  public static ModelManifest of(
      String algorithm, Map<String, String> parameters, String fingerprint, String writer) {
    return new ModelManifest(algorithm, new TreeMap<>(parameters), fingerprint, writer);
  }
}
