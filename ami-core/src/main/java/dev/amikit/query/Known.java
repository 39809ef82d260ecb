package dev.amikit.query;

import dev.amikit.filter.Filter;
import java.util.Optional;

/** What is known of all candidates of a source, and need not be asked of each. */
record Known(Optional<Candidates<?>> candidates) {
  /** Nothing is known, for nobody has chosen the candidates. */
  static final Known NOTHING = new Known(Optional.empty());

  static Known of(Iterable<?> candidates) {
    return candidates instanceof Candidates<?> known ? new Known(Optional.of(known)) : NOTHING;
  }

  boolean pass(Filter filter) {
    return candidates.isPresent() && candidates.get().pass(filter);
  }

  boolean areOwned() {
    return candidates.isPresent() && candidates.get().areOwned();
  }
}
