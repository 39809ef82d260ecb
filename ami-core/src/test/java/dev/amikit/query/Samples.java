package dev.amikit.query;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.VirtualizationType;
import dev.amikit.page.Answer;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.List;

/** A few plain images and snapshots, to be changed by each test. */
public final class Samples {
  public static final AccountId OWNER = AccountId.of("111122223333");
  public static final AccountId OTHER = AccountId.of("444455556666");
  public static final AccountId THIRD = AccountId.of("777788889999");
  public static final Instant CREATED = Instant.parse("2024-03-01T10:20:30Z");
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Samples() {}

  /** An available image whose ID ends in a number. */
  public static Ami.Builder image(int number) {
    return Ami.builder()
        .imageId("ami-%08x".formatted(number))
        .ownerId(OWNER)
        .name("golden-" + number)
        .state(AmiState.AVAILABLE)
        .creationDate(CREATED)
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .ebsRoot("/dev/xvda", EbsBlockDevice.builder().volumeSize(8).build())
        .linux();
  }

  public static Ami ami(int number) {
    return image(number).build();
  }

  /** A finished snapshot whose ID ends in a number. */
  static Snapshot.Builder snapshot(int number) {
    return Snapshot.builder()
        .snapshotId(SnapshotId.of("snap-%08x".formatted(number)))
        .ownerId(OWNER)
        .state(SnapshotState.COMPLETED)
        .startTime(CREATED)
        .volumeSize(8);
  }

  public static Viewer owner() {
    return Viewer.of(OWNER, NOW);
  }

  public static Viewer other() {
    return Viewer.of(OTHER, NOW);
  }

  public static List<String> ids(Answer<Ami> answer) {
    return answer.orThrow().items().stream().map(ami -> ami.imageId().value()).toList();
  }

  static List<String> snapshotIds(Answer<Snapshot> answer) {
    return answer.orThrow().items().stream()
        .map(snapshot -> snapshot.snapshotId().value())
        .toList();
  }
}
