package dev.amikit.endpoint;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.amikit.id.AccountId;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.time.Clock;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NullTest {
  @ParameterizedTest
  @MethodSource("calls")
  void null_is_refused_by_name(String name, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(name);
  }

  static Stream<Arguments> calls() {
    AmiEndpoint.Builder builder =
        AmiEndpoint.builder(InMemoryAmiRegistry.create(Clock.systemUTC()));
    MovableClock clock = MovableClock.system();
    return Stream.of(
        of("registry", () -> AmiEndpoint.start(null)),
        of("registry", () -> AmiEndpoint.builder(null)),
        of("address", () -> builder.address(null)),
        of("accessKey", () -> builder.accessKey(null, AccountId.of("111122223333"))),
        of("account", () -> builder.accessKey("AKIA", null)),
        of("passing", () -> builder.passing(null)),
        of("time", () -> builder.time(null)),
        of("clock", () -> MovableClock.of(null)),
        of("duration", () -> clock.pass(null)),
        of("zone", () -> clock.withZone(null)));
  }

  private static Arguments of(String name, ThrowingCallable call) {
    return arguments(name, call);
  }
}
