package dev.amikit.visibility;

import static dev.amikit.query.Samples.CREATED;
import static dev.amikit.query.Samples.NOW;
import static dev.amikit.query.Samples.OTHER;
import static dev.amikit.query.Samples.OWNER;
import static dev.amikit.query.Samples.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.amikit.id.ProductCode;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.tag.Tags;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotViewTest {
  private static final Tags TAGS = Tags.of("mine", "1");
  private static final SnapshotLock LOCK = new SnapshotLock(
      LockMode.GOVERNANCE, NOW, Optional.empty(), OptionalInt.of(1), Optional.empty());

  private static Snapshot plain() {
    return Snapshot.builder()
        .snapshotId("snap-00000001")
        .ownerId(OWNER)
        .state(SnapshotState.PENDING)
        .startTime(CREATED)
        .volumeSize(8)
        .tags(TAGS)
        .build()
        .described();
  }

  static Stream<Arguments> untold() {
    return Stream.of(
        member(s -> s.addCreateVolumePermission(CreateVolumePermission.userId(OTHER))),
        member(s -> s.addProductCode(ProductCode.marketplace("abcdefghijklmnopqrstuvwx1"))),
        member(s -> s.lock(LOCK)),
        member(s -> s.lastTieringOperationStatus(TieringOperationStatus.ARCHIVAL_FAILED)),
        member(s -> s.lastTieringStartTime(NOW)),
        member(s -> s.lastTieringOperationStatusDetail("why")),
        member(s -> s.archivalCompleteTime(NOW)),
        member(s -> s.deletionRequested(true)),
        member(s -> s.platformDetails("Windows")),
        member(s -> s.usageOperation("RunInstances:0002")));
  }

  private static Arguments member(UnaryOperator<Snapshot.Builder> given) {
    return arguments(given.apply(plain().toBuilder()).build());
  }

  @ParameterizedTest
  @MethodSource("untold")
  void what_is_not_told_of_a_snapshot_is_left_out_though_it_stands_alone(Snapshot snapshot) {
    assertThat(snapshot).isNotEqualTo(plain());
    assertThat(owner().view(snapshot, TAGS)).isEqualTo(plain());
  }

  @Test
  void a_snapshot_without_secrets_is_seen_with_the_tags_of_its_viewer() {
    assertThat(owner().view(plain(), TAGS)).isEqualTo(plain());
    assertThat(owner().view(plain(), Tags.of("yours", "2")).tags())
        .isEqualTo(Tags.of("yours", "2"));
  }
}
