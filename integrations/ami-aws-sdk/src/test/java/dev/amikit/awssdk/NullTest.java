package dev.amikit.awssdk;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableListMultimap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.operation.Operation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import java.time.Clock;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Image;

class NullTest {
  private static final AccountId ACCOUNT = AccountId.of("111122223333");
  private static final Region HERE = Region.US_EAST_1;

  @ParameterizedTest
  @MethodSource({"clients", "values"})
  void null_is_refused_by_name(String name, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(name);
  }

  static Stream<Arguments> clients() {
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
    QueryProtocol protocol = QueryProtocol.of(registry);
    Ec2Clients clients = Ec2Clients.of(registry);
    return Stream.of(
        of("registry", () -> QueryProtocol.of((InMemoryAmiRegistry) null)),
        of("action", () -> QueryProtocol.withoutEffect(null)),
        of("account", () -> protocol.answer(null, HERE, "")),
        of("region", () -> protocol.answer(ACCOUNT, null, "")),
        of("form", () -> protocol.answer(ACCOUNT, HERE, null)),
        of("server", () -> InProcessHttpClient.of(null)),
        of("headers", () -> new QueryAnswer(200, null, "")),
        of("body", () -> new QueryAnswer(200, ImmutableListMultimap.of(), null)),
        of("registry", () -> Ec2Clients.of((InMemoryAmiRegistry) null)),
        of("protocol", () -> Ec2Clients.of((QueryProtocol) null)),
        of("passing", () -> clients.waiting(null)),
        of("account", () -> clients.client((AccountId) null, HERE)),
        of("account", () -> clients.client((String) null, HERE)),
        of("region", () -> clients.client(ACCOUNT, null)),
        of("setUp", () -> clients.client(ACCOUNT, HERE, null)),
        of("account", () -> clients.asyncClient((AccountId) null, HERE)),
        of("account", () -> clients.asyncClient((String) null, HERE)),
        of("region", () -> clients.asyncClient(ACCOUNT, null)),
        of("setUp", () -> clients.asyncClient(ACCOUNT, HERE, null)));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        of("image", () -> AmiSdk.toSdk((Ami) null)),
        of("image", () -> AmiSdk.fromSdk((Image) null)),
        of("snapshot", () -> AmiSdk.toSdk((Snapshot) null)),
        of(
            "snapshot",
            () -> AmiSdk.fromSdk((software.amazon.awssdk.services.ec2.model.Snapshot) null)),
        of("mapping", () -> AmiSdk.toSdk((BlockDeviceMapping) null)),
        of("permission", () -> AmiSdk.toSdk((LaunchPermission) null)),
        of("permission", () -> AmiSdk.toSdk((CreateVolumePermission) null)),
        of("tag", () -> AmiSdk.toSdk((Tag) null)),
        of("filter", () -> AmiSdk.toSdk((Filter) null)),
        of("request", () -> AmiSdk.toSdk((Operation<?>) null)),
        of("request", () -> AmiSdk.toSdk(null, true)),
        of("answer", () -> AmiSdk.toSdk(new GetEbsEncryptionByDefault(), null)),
        of("request", () -> AmiSdk.fromSdk((Ec2Request) null)));
  }

  private static Arguments of(String name, ThrowingCallable call) {
    return arguments(name, call);
  }
}
