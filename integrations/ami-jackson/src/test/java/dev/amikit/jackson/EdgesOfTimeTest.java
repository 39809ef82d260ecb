package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every time that there is has its JSON. */
class EdgesOfTimeTest {
  @Property
  void an_image_of_any_time_is_read_as_it_was_written(@ForAll("times") Instant time) {
    Ami ami = Amis.availableAmi().toBuilder()
        .creationDate(time)
        .deprecationTime(time)
        .lastLaunchedTime(time)
        .deregistrationProtection(DeregistrationProtection.disabledAfter(time))
        .build();

    assertThat(AmiJson.image().read(AmiJson.image().write(ami)).orThrow())
        .isEqualTo(ami.toBuilder().isPublic(false).build());
  }

  @Property
  void a_snapshot_of_any_time_is_read_as_it_was_written(@ForAll("times") Instant time) {
    Snapshot snapshot =
        Snapshots.completedSnapshot().toBuilder().startTime(time).build();

    assertThat(AmiJson.snapshot().read(AmiJson.snapshot().write(snapshot)).orThrow())
        .isEqualTo(snapshot);
  }

  @Provide
  Arbitrary<Instant> times() {
    Arbitrary<Instant> anywhere = Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.longs().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
    return Arbitraries.oneOf(
        anywhere,
        Arbitraries.of(
            Instant.MIN,
            Instant.parse("-0001-12-31T23:59:59.999999999Z"),
            Instant.parse("0000-01-01T00:00:00Z"),
            Instant.EPOCH,
            Instant.parse("9999-12-31T23:59:59.999Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.MAX));
  }
}
