package dev.amikit.registry;

import static com.google.common.base.Preconditions.checkState;

import java.util.function.Supplier;

/**
 * Keeps what a registry calls (a clock, an own operation, a source of IDs, a change of settings)
 * from calling the registry back: the call would see a state that is about to be replaced, and what
 * it changed would be lost.
 */
final class Gate {
  private final ThreadLocal<Visit> visit = ThreadLocal.withInitial(Visit::new);

  /** Lets a thread in that is not inside yet. */
  <T> T pass(Supplier<T> inside) {
    Visit mine = visit.get();
    checkState(
        !mine.isInside,
        "The registry was called from inside one of its calls: by a clock, an operation, a source"
            + " of IDs, a change of settings, or whatever else it was given. Call it afterwards,"
            + " such as from a listener.");
    mine.isInside = true;
    try {
      return inside.get();
    } finally {
      mine.isInside = false;
    }
  }

  private static final class Visit {
    private boolean isInside;
  }
}
