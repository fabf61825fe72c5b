package io.reelrecs.peers;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/**
 * Lucene as an engine for sparse vectors: a document per user, a term per movie whose frequency is
 * the rating in half stars, a norm that is the row's length, and a query of a boosted term per
 * rating. Scores are floats. Lucene's dense vectors do not fit: their codec takes at most 1,024
 * dimensions.
 */
final class LucenePeer implements Peer {

  private static final String RATINGS = "ratings";

  private final Ratings ratings;
  private final int k;
  private final double[] norm;
  private final IndexSearcher searcher;

  LucenePeer(Ratings ratings, int k, Path folder) throws IOException {
    this.ratings = ratings;
    this.k = k;
    norm = new double[ratings.users()];
    IndexSearcher.setMaxClauseCount(Math.max(1024, ratings.movies()));
    MMapDirectory directory = new MMapDirectory(folder);
    CosineScoring scoring = new CosineScoring();
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setSimilarity(scoring);
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int user = 0; user < ratings.users(); user++) {
        norm[user] = ratings.norm(user);
        scoring.setNorm(norm[user]);
        Document document = new Document();
        document.add(new Field(RATINGS, new RatingTokens(ratings, user), type));
        writer.addDocument(document);
      }
      writer.forceMerge(1); // one segment: a document's number is its user's
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(scoring);
    searcher.setQueryCache(null);
  }

  private Query query(int user) {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    for (int p = ratings.start()[user]; p < ratings.start()[user + 1]; p++) {
      Query movie = new TermQuery(new Term(RATINGS, RatingTokens.term(ratings.movie()[p])));
      sum.add(new BoostQuery(movie, ratings.rating()[p]), BooleanClause.Occur.SHOULD);
    }
    return sum.build();
  }

  @Override
  public void nearest(int user, Neighbors found) throws IOException {
    int rank = 0;
    for (ScoreDoc hit : searcher.search(query(user), k + 1).scoreDocs) {
      if (hit.doc != user && rank < k) {
        found.set(user, rank++, hit.doc, hit.score / norm[user]);
      }
    }
  }
}
