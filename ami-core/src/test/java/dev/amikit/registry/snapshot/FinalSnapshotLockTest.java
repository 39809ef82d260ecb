package dev.amikit.registry.snapshot;

import static dev.amikit.registry.TestRegistry.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.SnapshotId;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FinalSnapshotLockTest {
  /** Something that may be tried with a snapshot. */
  private interface Attempt extends BiConsumer<TestRegistry, SnapshotId> {}

  @Property(tries = 300)
  @Rules({"LOCK-05", "LOCK-08", "SNAP-39"})
  void a_final_lock_holds_to_its_end_whatever_is_tried(@ForAll("attempts") List<Attempt> attempts) {
    TestRegistry ec2 = new TestRegistry();
    SnapshotId snapshot = ec2.snapshot();
    Instant held = Instant.MIN;
    for (Attempt attempt : attempts) {
      PartitionState before = ec2.registry.state();
      try {
        attempt.accept(ec2, snapshot);
      } catch (RefusedException refused) {
        assertThat(ec2.registry.state()).isEqualTo(before);
      }
      Instant now = ec2.clock.instant();
      Optional<Snapshot> stored = ec2.registry.state().snapshot(HERE, snapshot);
      if (now.isBefore(held)) {
        SnapshotLock lock = stored.orElseThrow().lock().orElseThrow();
        assertThat(lock.stateAt(now)).isEqualTo(LockState.COMPLIANCE);
        assertThat(lock.lockExpiresOn().orElseThrow()).isAfterOrEqualTo(held);
      }
      held = stored
          .flatMap(Snapshot::lock)
          .filter(lock -> lock.stateAt(now).equals(LockState.COMPLIANCE))
          .flatMap(SnapshotLock::lockExpiresOn)
          .orElse(held);
    }
  }

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    Arbitrary<Attempt> locks = Combinators.combine(
            Arbitraries.of(LockMode.GOVERNANCE, LockMode.COMPLIANCE),
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(1, 30).optional())
        .as((mode, days, coolOff) -> (ec2, snapshot) -> ec2.owner()
            .lockSnapshot(LockSnapshot.builder()
                .snapshotId(snapshot)
                .lockMode(mode)
                .lockDuration(days)
                .coolOffPeriod(
                    coolOff.isPresent() ? OptionalInt.of(coolOff.get()) : OptionalInt.empty())
                .build()));
    Arbitrary<Attempt> others = Arbitraries.of(
        (ec2, snapshot) -> ec2.owner().unlockSnapshot(snapshot),
        (ec2, snapshot) -> ec2.owner().deleteSnapshot(snapshot),
        (ec2, snapshot) -> ec2.pass(Duration.ofHours(7)));
    return Arbitraries.oneOf(locks, others).list().ofMaxSize(12);
  }
}
