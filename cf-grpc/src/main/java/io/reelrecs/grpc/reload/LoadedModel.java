package io.reelrecs.grpc.reload;

import io.reelrecs.core.store.LocatedModel;
import io.reelrecs.grpc.ServedModel;

/**
 * A model that has been read and warmed.
 *
 * @param located where it stood
 * @param served what answers requests
 * @param heapBytes about how much of the heap it takes
 */
record LoadedModel(LocatedModel located, ServedModel served, long heapBytes) {}
