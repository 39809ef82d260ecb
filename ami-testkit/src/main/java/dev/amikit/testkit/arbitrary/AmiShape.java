package dev.amikit.testkit.arbitrary;

import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.AmiState.DEREGISTERED;
import static dev.amikit.image.AmiState.DISABLED;
import static dev.amikit.image.AmiState.FAILED;
import static dev.amikit.image.AmiState.PENDING;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.AmiState;

/** What decides which rules speak of an image; all shapes that EC2 lets an image have. */
record AmiShape(AmiKind kind, AmiState state, Sharing sharing, boolean binned) {
  static final ImmutableList<AmiShape> ALL = all();

  /** Who may launch an image besides its owner, and whether that is told. */
  enum Sharing {
    PRIVATE(4),
    SHARED(2),
    PUBLIC(2),
    UNTOLD(1),
    UNTOLD_BUT_PUBLIC(1);

    private final int weight;

    Sharing(int weight) {
      this.weight = weight;
    }

    boolean isPublic() {
      return this == PUBLIC || this == UNTOLD_BUT_PUBLIC;
    }

    boolean isTold() {
      return this != UNTOLD && this != UNTOLD_BUT_PUBLIC;
    }
  }

  int weight() {
    int ofState = switch (state) {
      case AVAILABLE -> 8;
      case PENDING, FAILED, DEREGISTERED, DISABLED -> 3;
      default -> 1;
    };
    return kind.weight * ofState * sharing.weight;
  }

  boolean isUsable() {
    return state == AVAILABLE && !binned && kind.isMachine();
  }

  boolean mayBeNameless() {
    return !kind.isMachine() || !kind.isEbsBacked() || state != AVAILABLE && state != DISABLED;
  }

  private boolean isPossible() {
    boolean mayBeShared = state != PENDING && state != FAILED && state != DISABLED && !binned;
    boolean mayBeBinned =
        kind.isMachine() && kind.isEbsBacked() && (state == AVAILABLE || state == DISABLED);
    boolean isShared = sharing == Sharing.SHARED || sharing.isPublic();
    return (mayBeShared || !isShared) && (mayBeBinned || !binned);
  }

  boolean mayBeProtected() {
    return state != DEREGISTERED && !binned;
  }

  private static ImmutableList<AmiShape> all() {
    ImmutableList.Builder<AmiShape> shapes = ImmutableList.builder();
    for (AmiKind kind : AmiKind.values()) {
      for (AmiState state : AmiArbitraries.STATES) {
        for (Sharing sharing : Sharing.values()) {
          for (boolean binned : new boolean[] {false, true}) {
            AmiShape shape = new AmiShape(kind, state, sharing, binned);
            if (shape.isPossible()) {
              shapes.add(shape);
            }
          }
        }
      }
    }
    return shapes.build();
  }
}
