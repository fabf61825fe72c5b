package io.reelrecs.train.data;

/**
 * Invented movie titles, each different: "Silent Harbor", "Lantern of Winter", and longer ones
 * where those run out.
 *
 * <p>A movie's number is multiplied by a stride that has no factor in common with the number of
 * titles of a kind, so that neighboring ids look unlike and no title has to be remembered.
 */
final class Titles {

  private static final String[] KINDS =
      ("Amber Ancient Bitter Blue Borrowed Brave Bright Broken Burning Careful Clever Cold Crimson"
              + " Crooked Dancing Distant Double Early Electric Empty Endless Fading Fearless Final"
              + " First Floating Forgotten Frozen Gentle Gilded Golden Green Half Hidden Hollow"
              + " Honest Hungry Icy Idle Innocent Iron Jealous Last Late Little Lonely Loud Lucky"
              + " Magnetic Midnight Missing Narrow New Northern Obscure Old Open Paper Patient Perfect"
              + " Plain Quiet Rapid Reckless Red Restless Rising Royal Runaway Rusty Sacred Scarlet"
              + " Second Secret Seventh Shallow Sharp Silent Silver Simple Sleeping Slow Southern"
              + " Spare Stolen Strange Stubborn Sudden Sunken Tall Tangled Third Thirsty True Twin"
              + " Velvet Violet Wandering Weary Western Wild Wooden Young")
          .split(" ");

  private static final String[] THINGS =
      ("Anchor Answer Apple Archer Arrow Balloon Bargain Bell Bicycle Bridge Cabin Candle Captain"
              + " Carnival Castle Cathedral Choir Circus Clock Comet Compass Corridor Courier Crown"
              + " Daughter Detective Diamond Doctor Dragon Echo Elevator Emperor Engine Express Falcon"
              + " Farewell Feather Ferry Fiddler Garden Gambler Ghost Giant Glacier Guest Hammer Harbor"
              + " Harvest Holiday Horizon Horse Hotel Hunter Inventor Island Journey Judge Kingdom"
              + " Kitchen Ladder Lantern Letter Library Lighthouse Locket Machine Magician Map Market"
              + " Mask Meadow Messenger Miller Mirror Mountain Neighbor Night Oath Ocean Orchard"
              + " Orchestra Painter Parade Passenger Pilot Pirate Planet Postcard Promise Puzzle Queen"
              + " Railway Raven Recipe Return River Road Robot Sailor Scholar Season Shadow Signal"
              + " Sister Snowfall Song Stranger Summer Tailor Theater Thief Tiger Tower Train Treasure"
              + " Umbrella Valley Verdict Village Violin Voyage Waltz Wedding Weekend Whisper Widow"
              + " Window Winter Witness Wolf Writer")
          .split(" ");

  /** Primes, and so without a factor in common with the numbers of words, which are far smaller. */
  private static final long STRIDE = 1_000_003;

  private static final long LONG_STRIDE = 2_147_483_647;

  private Titles() {}

  /** The title of the movie with this number, from 0. */
  static String title(int number) {
    int half = number / 2;
    int kinds = KINDS.length;
    int things = THINGS.length;
    if (number % 2 == 0 && half < kinds * things) {
      int at = (int) (half * STRIDE % (kinds * things));
      return KINDS[at / things] + " " + THINGS[at % things];
    }
    int pairs = things * (things - 1);
    if (number % 2 == 1 && half < pairs) {
      return pair((int) (half * STRIDE % pairs));
    }
    int all = kinds * pairs;
    int at = (int) (number * LONG_STRIDE % all);
    String title = KINDS[at / pairs] + " " + pair(at % pairs);
    int part = number / all;
    return part == 0 ? title : title + " Part " + (part + 1);
  }

  /** Two different things. */
  private static String pair(int at) {
    int first = at / (THINGS.length - 1);
    int second = at % (THINGS.length - 1);
    return THINGS[first] + " of " + THINGS[second < first ? second : second + 1];
  }
}
