package io.reelrecs.grpc.load;

/**
 * How busy a server is, read while requests run, so that the figures may be one request apart.
 *
 * @param inFlight requests queued or worked on now; 0 when nothing is to be done
 * @param begun requests whose work was begun
 * @param shed requests answered with RESOURCE_EXHAUSTED because there was too much to do
 * @param abandoned requests that were not begun, or not finished, because their deadline had passed
 *     or their client had cancelled them
 */
public record LoadSnapshot(int inFlight, long begun, long shed, long abandoned) {}
