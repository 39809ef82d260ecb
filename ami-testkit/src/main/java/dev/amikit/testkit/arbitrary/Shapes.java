package dev.amikit.testkit.arbitrary;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** The shapes that generated values may still have; narrowing leaves fewer of them, never none. */
record Shapes<S>(ImmutableList<S> left) {

  Shapes<S> only(Predicate<S> kept, String wish) {
    ImmutableList<S> fewer = left.stream().filter(kept).collect(toImmutableList());
    checkArgument(
        !fewer.isEmpty(), "%s: with what was asked before, there can be no such value", wish);
    return new Shapes<>(fewer);
  }

  Arbitrary<S> arbitrary(ToIntFunction<S> weight) {
    return Arbitraries.frequency(
        left.stream().map(shape -> Tuple.of(weight.applyAsInt(shape), shape)).toList());
  }
}
