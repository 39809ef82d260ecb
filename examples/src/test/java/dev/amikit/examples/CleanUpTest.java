package dev.amikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.testkit.fixture.Amis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanUpTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Ami newest = image("ami-00000000000000001", "web-12", 1).build();
  private final Ami old = image("ami-00000000000000002", "web-11", 100).build();
  private final Ami used =
      image("ami-00000000000000003", "web-10", 200).lastLaunchedTime(before(5)).build();
  private final Ami shared = image("ami-00000000000000004", "web-9", 300)
      .addLaunchPermission(LaunchPermission.userId("444455556666"))
      .build();
  private final Ami guarded = image("ami-00000000000000005", "web-8", 400)
      .deregistrationProtection(DeregistrationProtection.enabledWithCooldown())
      .build();
  private final Ami young = image("ami-00000000000000006", "web-7", 20).build();
  private final Ami foreign =
      image("ami-00000000000000007", "web-6", 500).ownerId("444455556666").build();
  private final List<Ami> all = List.of(newest, old, used, shared, guarded, young, foreign);

  private final CleanUp cleanUp =
      new CleanUp(AccountId.of("111122223333"), NOW, Duration.ofDays(30), Duration.ofDays(60));

  @Test
  void it_takes_what_is_old_unused_succeeded_and_not_shared() {
    assertThat(cleanUp.toRemove(all)).containsExactly(old);
  }

  @Test
  void what_failed_or_is_disabled_or_belongs_to_another_does_not_succeed_an_image() {
    Ami failed =
        image("ami-00000000000000008", "db-3", 2).state(AmiState.FAILED).build();
    Ami disabled =
        image("ami-00000000000000009", "db-4", 1).state(AmiState.DISABLED).build();
    Ami others =
        image("ami-0000000000000000a", "db-5", 1).ownerId("444455556666").build();
    Ami usable = image("ami-0000000000000000b", "db-2", 100).build();
    Ami before = image("ami-0000000000000000c", "db-1", 200).build();
    assertThat(cleanUp.toRemove(List.of(failed, disabled, others, usable, before)))
        .containsExactly(before);
  }

  @Test
  void it_explains_every_choice() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    cleanUp.print(all, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsSubsequence(
            "keep   ami-00000000000000001  web-12",
            "       the newest of its family, web",
            "remove ami-00000000000000002  web-11",
            "       old, unused, succeeded and not shared",
            "keep   ami-00000000000000003  web-10",
            "       in use: launched " + before(5),
            "       shared with [444455556666]",
            "       protected: enabled-with-cooldown",
            "       young: made " + before(20),
            "       belongs to 444455556666");
  }

  @Test
  void it_says_what_describe_images_did_not_tell() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    cleanUp.print(
        List.of(newest, old.withIsPublic(false), shared.withIsPublic(true)),
        new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsSubsequence(
            "remove ami-00000000000000002  web-11",
            "       old, unused, succeeded and not public; whom it is shared with was not told",
            "       shared with [all]");
  }

  @Test
  void it_tells_what_aws_advises() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Ami supportedNoMore = image("ami-00000000000000008", "amzn2-ami-hvm-2.0.20190218-x86_64-gp2", 1)
        .build();
    cleanUp.print(List.of(supportedNoMore), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .contains("       Amazon Linux 2 was supported until 2026-06-30: make an image of a newer"
            + " system.");
  }

  private static Ami.Builder image(String id, String name, int days) {
    return Amis.availableAmi().toBuilder()
        .imageId(id)
        .ownerId("111122223333")
        .name(name)
        .creationDate(before(days));
  }

  private static Instant before(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
