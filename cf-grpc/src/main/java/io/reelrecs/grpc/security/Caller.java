package io.reelrecs.grpc.security;

import java.util.Set;

/** Somebody who may call: a name for people, and what it may do. */
record Caller(String name, Set<Role> roles) {

  boolean may(Role needed) {
    return roles.stream().anyMatch(role -> role.covers(needed));
  }
}
