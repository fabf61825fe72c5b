package io.reelrecs.grpc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerStreamTracer;
import io.grpc.ServerStreamTracer.ServerCallInfo;
import io.grpc.Status;
import io.grpc.health.v1.HealthGrpc;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTracersTest {

  private static final String CHECK = HealthGrpc.getCheckMethod().getFullMethodName();

  private final List<String> events = new ArrayList<>();
  private final CallTracers tracers =
      new CallTracers(this::meter, null, new CallLog(false, new LineBudget(0, System::nanoTime)));

  @Test
  void call_ofMethodOfTheServer_isMeteredUnderItsName() {
    for (int call = 0; call < 2; call++) {
      ServerStreamTracer tracer = tracers.newServerStreamTracer(CHECK, new Metadata());
      tracer.serverCallStarted(call(HealthGrpc.getCheckMethod()));
      tracer.streamClosed(Status.NOT_FOUND);
    }

    assertThat(events)
        .containsExactly(
            CHECK + " started", CHECK + " NOT_FOUND", CHECK + " started", CHECK + " NOT_FOUND");
  }

  @Test
  void calls_ofMethodsThatDoNotExist_areMeteredTogether() {
    for (String method : List.of("a/B", "c/D")) {
      tracers.newServerStreamTracer(method, new Metadata()).streamClosed(Status.UNIMPLEMENTED);
    }

    assertThat(events)
        .containsExactly(
            "other started", "other UNIMPLEMENTED", "other started", "other UNIMPLEMENTED");
  }

  @Test
  void call_overBeforeItsMethodIsFound_isNotLeftOpen() {
    ServerStreamTracer tracer = tracers.newServerStreamTracer(CHECK, new Metadata());
    tracer.streamClosed(Status.CANCELLED);
    tracer.serverCallStarted(call(HealthGrpc.getCheckMethod()));

    assertThat(events).containsExactly("other started", "other CANCELLED");
  }

  private MethodMeter meter(String method) {
    return new MethodMeter() {
      @Override
      public void started() {
        events.add(method + " started");
      }

      @Override
      public void ended(Status.Code outcome, long nanos) {
        assertThat(nanos).isNotNegative();
        events.add(method + " " + outcome);
      }
    };
  }

  private static <Q, R> ServerCallInfo<Q, R> call(MethodDescriptor<Q, R> method) {
    return new ServerCallInfo<>() {
      @Override
      public MethodDescriptor<Q, R> getMethodDescriptor() {
        return method;
      }

      @Override
      public Attributes getAttributes() {
        return Attributes.EMPTY;
      }

      @Override
      public String getAuthority() {
        return "localhost";
      }
    };
  }
}
