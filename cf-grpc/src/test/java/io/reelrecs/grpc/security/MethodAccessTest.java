package io.reelrecs.grpc.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of methods and roles. */
class MethodAccessTest {

  /** Whoever adds a method says who may call it. */
  @Test
  void table_hasEveryMethodThatIsServed() {
    Set<String> methods = new TreeSet<>();
    for (ServiceDescriptor service :
        List.of(
            MLScorerGrpc.getServiceDescriptor(),
            RecommenderServiceGrpc.getServiceDescriptor(),
            HealthGrpc.getServiceDescriptor(),
            ServerReflectionGrpc.getServiceDescriptor())) {
      for (MethodDescriptor<?, ?> method : service.getMethods()) {
        methods.add(method.getFullMethodName());
      }
    }
    methods.add("grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo");
    assertThat(MethodAccess.methods()).containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void of_methodThatNobodyThoughtOf_takesAdmin() {
    assertThat(MethodAccess.of("some.Service/Method"))
        .isEqualTo(new MethodAccess(false, Optional.of(Role.ADMIN)));
  }
}
