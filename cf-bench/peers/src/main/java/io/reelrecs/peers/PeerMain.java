package io.reelrecs.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.ojalgo.OjAlgoUtils;

/**
 * Times one peer and prints a JSON line per case. Called by {@code run}, which explains the lines.
 *
 * <p>Arguments: the peer, the folder that {@code Export.java} filled, k, threads, the cases
 * separated by commas, seconds per case, and the file to write the neighbors to.
 */
final class PeerMain {

  private PeerMain() {}

  /** Runs. */
  public static void main(String[] args) throws Exception {
    String name = args[0];
    Path folder = Path.of(args[1]);
    int k = Integer.parseInt(args[2]);
    int threads = Integer.parseInt(args[3]);
    List<String> cases = List.of(args[4].split(","));
    double seconds = Double.parseDouble(args[5]);
    Path output = Path.of(args[6]);

    OjAlgoUtils.limitThreadsTo(threads);
    Ratings ratings = Ratings.read(folder.resolve("ratings.bin"));
    Peer peer = peer(name, ratings, k, Files.createDirectories(folder.resolve("lucene")));
    Neighbors found = new Neighbors(ratings.users(), k);
    String head = String.format("\"peer\":\"%s\",\"library\":\"%s\"", name, library(name));
    Timing timing = new Timing(seconds);
    if (cases.contains("search")) {
      Times times = timing.repeat(() -> peer.nearestOfAll(ratings.users(), found, threads));
      found.write(output);
      System.out.printf(
          "{%s,\"case\":\"search\",\"threads\":%d,%s,\"neighbors\":\"%s\"}%n",
          head, threads, times.json(), output.getFileName());
    }
    if (cases.contains("user") && peer.answersOne()) {
      int[] users = Sample.users(folder.resolve("sample.bin"));
      Times times = timing.each(users, user -> peer.nearest(user, found));
      System.out.printf(
          "{%s,\"case\":\"user\",\"threads\":%d,%s}%n", head, threads, times.json());
    }
  }

  private static Peer peer(String name, Ratings ratings, int k, Path scratch) throws Exception {
    return switch (name) {
      case "ranksys" -> RankSysPeer.asShipped(ratings, k);
      case "ranksys-iterators" -> RankSysPeer.overIterators(ratings, k);
      case "mahout" -> new MahoutPeer(ratings, k);
      case "ojalgo" -> new OjAlgoPeer(ratings, k);
      case "lucene" -> new LucenePeer(ratings, k, scratch);
      default -> throw new IllegalArgumentException("no such peer: " + name);
    };
  }

  private static String library(String name) throws IOException {
    Properties versions = new Properties();
    try (InputStream in = PeerMain.class.getResourceAsStream("/versions.properties")) {
      versions.load(in);
    }
    String version = versions.getProperty(name.split("-", -1)[0]);
    return switch (name) {
      case "ranksys" -> "RankSys " + version + ", as shipped";
      case "ranksys-iterators" -> "RankSys " + version + ", iterator interface";
      case "mahout" -> "Mahout Taste " + version;
      case "ojalgo" -> "ojAlgo " + version + ", dense product";
      case "lucene" -> "Lucene " + version + ", boosted terms";
      default -> throw new IllegalArgumentException("no such peer: " + name);
    };
  }
}
