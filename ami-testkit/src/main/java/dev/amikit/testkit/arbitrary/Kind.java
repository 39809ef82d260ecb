package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * The sound commands of one kind, and how often one comes up among those of other kinds.
 *
 * @param <A> the actions
 * @param <C> the commands of every kind
 */
record Kind<A, C>(A action, int weight, Arbitrary<? extends C> commands) {
  static <A, C> Kind<A, C> often(A action, Arbitrary<? extends C> commands) {
    return new Kind<>(action, 6, commands);
  }

  /** For commands that end a life. */
  static <A, C> Kind<A, C> seldom(A action, Arbitrary<? extends C> commands) {
    return new Kind<>(action, 1, commands);
  }

  /** Commands of every kind. */
  static <A, C> Arbitrary<C> any(Collection<Kind<A, C>> kinds) {
    return Arbitraries.frequencyOf(kinds.stream()
        .map(kind -> Tuple.of(kind.weight, kind.commands.<C>map(command -> command)))
        .toList());
  }

  /** Commands for one action. */
  static <A, C> Arbitrary<C> of(Collection<Kind<A, C>> kinds, A action) {
    return Arbitraries.oneOf(kinds.stream()
        .filter(kind -> kind.action.equals(action))
        .map(kind -> kind.commands.<C>map(command -> command))
        .toList());
  }

  static <A, C> ImmutableMap<Class<?>, Arbitrary<? extends C>> byType(
      Map<Class<? extends C>, Kind<A, C>> kinds) {
    return kinds.entrySet().stream()
        .collect(toImmutableMap(Map.Entry::getKey, kind -> kind.getValue().commands));
  }
}
