package io.reelrecs.grpc.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.reelrecs.grpc.security.SecuritySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What has become of credentials, and who was refused. */
record SecurityMetrics(Supplier<SecuritySnapshot> security) implements MultiCollector {

  @Override
  public MetricSnapshots collect() {
    SecuritySnapshot now = security.get();
    List<MetricSnapshot> all = new ArrayList<>();
    now.certificateNotAfter()
        .ifPresent(
            end ->
                all.add(
                    Family.gauge(
                        "reelrecs_tls_certificate_expiry_timestamp_seconds",
                        "Until when the certificate in use holds, in seconds since 1970.",
                        (double) end.getEpochSecond())));
    all.add(
        Family.gauge(
            "reelrecs_credentials_up_to_date",
            "1 if all credentials in use are those in the files, else 0.",
            Family.flag(now.troubles().isEmpty())));
    all.add(
        Family.counter(
            "reelrecs_credential_reloads",
            "Certificates, authorities and callers that were read anew, by how that ended.",
            "outcome",
            Map.of("success", now.reloads(), "failure", now.reloadFailures())));
    all.add(
        Family.counter(
            "reelrecs_requests_refused",
            "Requests refused because of who sent them.",
            "reason",
            Map.of("unauthenticated", now.unauthenticated(), "denied", now.denied())));
    return new MetricSnapshots(all);
  }
}
