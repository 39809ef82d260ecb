package dev.amikit.awssdk.rbin;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecycleBin;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NullTest {
  private static final AccountId ACCOUNT = AccountId.of("111122223333");
  private static final Region HERE = Region.US_EAST_1;

  @ParameterizedTest
  @MethodSource("calls")
  void null_is_refused_by_name(String name, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(name);
  }

  static Stream<Arguments> calls() {
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
    RecycleBinProtocol protocol = RecycleBinProtocol.of(registry);
    ImmutableList<String> none = ImmutableList.of();
    return Stream.of(
        of("registry", () -> RecycleBinProtocol.of((InMemoryAmiRegistry) null)),
        of(
            "registry",
            () -> RecycleBinProtocol.of((BiFunction<AccountId, Region, RecycleBin>) null)),
        of("path", () -> RecycleBinProtocol.hasPath(null)),
        of("account", () -> protocol.answer(null, HERE, "", "", "")),
        of("region", () -> protocol.answer(ACCOUNT, null, "", "", "")),
        of("method", () -> protocol.answer(ACCOUNT, HERE, null, "", "")),
        of("target", () -> protocol.answer(ACCOUNT, HERE, "", null, "")),
        of("body", () -> protocol.answer(ACCOUNT, HERE, "", "", null)),
        of("code", () -> RecycleBinProtocol.error(400, null, "", "", none)),
        of("message", () -> RecycleBinProtocol.error(400, "", null, "", none)),
        of("requestId", () -> RecycleBinProtocol.error(400, "", "", null, none)),
        of("explanations", () -> RecycleBinProtocol.error(400, "", "", "", null)),
        of("registry", () -> RecycleBinHttp.client(null, "111122223333", HERE)),
        of("account", () -> RecycleBinHttp.client(registry, null, HERE)),
        of("protocol", () -> RecycleBinHttp.client(null, ACCOUNT, HERE)),
        of("account", () -> RecycleBinHttp.client(protocol, null, HERE)),
        of("region", () -> RecycleBinHttp.client(protocol, ACCOUNT, null)));
  }

  private static Arguments of(String name, ThrowingCallable call) {
    return arguments(name, call);
  }
}
