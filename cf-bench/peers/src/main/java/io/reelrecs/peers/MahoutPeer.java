package io.reelrecs.peers;

import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.model.GenericDataModel;
import org.apache.mahout.cf.taste.impl.model.GenericUserPreferenceArray;
import org.apache.mahout.cf.taste.impl.neighborhood.NearestNUserNeighborhood;
import org.apache.mahout.cf.taste.impl.similarity.UncenteredCosineSimilarity;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.model.PreferenceArray;
import org.apache.mahout.cf.taste.neighborhood.UserNeighborhood;
import org.apache.mahout.cf.taste.similarity.UserSimilarity;

/**
 * Mahout's Taste. Its cosine is over the movies that both users rated, so two users with one movie
 * in common have 1: other neighbors than everyone else's here.
 */
final class MahoutPeer implements Peer {

  private final UserSimilarity similarity;
  private final UserNeighborhood neighborhood;

  MahoutPeer(Ratings ratings, int k) throws TasteException {
    FastByIDMap<PreferenceArray> users = new FastByIDMap<>();
    for (int user = 0; user < ratings.users(); user++) {
      int from = ratings.start()[user];
      int length = ratings.start()[user + 1] - from;
      GenericUserPreferenceArray row = new GenericUserPreferenceArray(length);
      for (int i = 0; i < length; i++) {
        row.setUserID(i, user);
        row.setItemID(i, ratings.movie()[from + i]);
        row.setValue(i, ratings.rating()[from + i]);
      }
      users.put(user, row);
    }
    DataModel data = new GenericDataModel(users);
    similarity = new UncenteredCosineSimilarity(data);
    neighborhood = new NearestNUserNeighborhood(k, similarity, data);
  }

  @Override
  public void nearest(int user, Neighbors found) throws TasteException {
    long[] nearest = neighborhood.getUserNeighborhood(user);
    for (int rank = 0; rank < nearest.length; rank++) {
      found.set(
          user, rank, (int) nearest[rank], similarity.userSimilarity(user, nearest[rank]));
    }
  }
}
