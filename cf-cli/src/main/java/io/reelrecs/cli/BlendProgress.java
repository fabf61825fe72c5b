package io.reelrecs.cli;

import io.reelrecs.train.blend.BlendListener;

/** Shows how the work on a blend comes along. */
record BlendProgress(Progress progress) implements BlendListener {

  @Override
  public void progress(Step step, double done) {
    switch (step) {
      case TRAINING -> progress.update("training", -1); // it does not say how far it is
      case ASKING -> progress.update("making requests", done);
      case LEARNING -> progress.update("learning weights", done);
    }
  }
}
