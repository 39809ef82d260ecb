package dev.amikit.examples;

import static dev.amikit.device.VolumeType.GP3;
import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.Architecture.X86_64;
import static dev.amikit.image.VirtualizationType.PARAVIRTUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.AnswerDocument;
import dev.amikit.jackson.AnswerFormat;
import dev.amikit.jackson.ReadResult;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageFilters;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.Newest;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.rule.Refusal;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.jqwik.AmiDomain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** The code in the README, compiled and run. */
class ReadmeExamplesTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("^import .*;$", Pattern.MULTILINE);

  private final Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final SnapshotId snapshot = SnapshotId.of("snap-0abcdef1234567890");

  @Example
  void a_value_and_what_can_be_done_with_it() {
    // spotless:off
    Ami golden = Ami.builder()
        .imageId("ami-0abcdef1234567890")
        .ownerId("111122223333")
        .name("golden-2026.11")
        .linux()
        .hvm(X86_64)
        .state(AVAILABLE)
        .ebsRoot("/dev/xvda", EbsBlockDevice.of(GP3, 8, snapshot))
        .build();

    assertThatThrownBy(() -> golden.toBuilder()
            .windows()
            .virtualizationType(PARAVIRTUAL)
            .deprecationTime(Instant.EPOCH)
            .creationDate(now)
            .build())
        .hasMessageContaining("a Windows AMI is hvm, but virtualizationType was 'paravirtual'")
        .hasMessageContaining("the deprecation time is not before the creation time");

    Decision<Ami> decision = new Disable().decide(golden, now);
    Ami disabled = decision.orThrow().applyTo(golden);

    Optional<Refusal> refusal = new ModifyDescription("old").decide(disabled, now).refusal();
    assertThat(refusal.orElseThrow().errorCode()).hasToString("InvalidAMIID.Unavailable");
    // spotless:on
    assertThat(disabled.state()).hasToString("disabled");
  }

  @Example
  void an_ec2_of_its_own() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    // spotless:off
    Ec2 ec2 = InMemoryAmiRegistry.create(clock).account("111122223333").in(Region.US_EAST_1);
    VolumeId volume = ec2.createVolume(EbsBlockDevice.blank(GP3, 8)).volumeId();
    Snapshot root = ec2.createSnapshot(volume);

    ImageId image = ec2.registerImage(RegisterImage.builder()
        .name("golden-2026.11")
        .hvm(X86_64)
        .ebsRoot("/dev/xvda", root.snapshotId())
        .build());

    ec2.modifyImageAttribute(
        image, ModifyLaunchPermission.grant(LaunchPermission.userId("444455556666")));
    assertThatThrownBy(() -> ec2.deleteSnapshot(root.snapshotId()))
        .hasMessageContaining("InvalidSnapshot.InUse");

    List<Ami> found = ec2.describeImages(ImageQuery.builder()
        .owners("self")
        .filter("name", "golden-*")
        .filter(ImageFilters.architecture(X86_64))
        .build()).items();
    Optional<Ami> newest = Newest.of(found);
    // spotless:on
    assertThat(newest.map(Ami::imageId)).hasValue(image);
  }

  @Example
  void reading() {
    InputStream document = ImageLife.ownDocument();
    // spotless:off
    AnswerDocument<Ami> answer = AmiJson.images().read(document);
    for (Ami ami : answer.values()) {
      System.out.println(ami.imageId() + " " + ami.state());
    }
    for (ReadResult.Refused<Ami> refused : answer.refused()) {
      System.out.println(refused.violations() + " " + refused.content());
    }
    // spotless:on
    assertThat(answer.refused()).hasSize(1);
  }

  @Example
  void keeping() {
    InputStream document = ImageLife.ownDocument();
    // spotless:off
    AnswerFormat<Ami> keeping = AmiJson.images().keepingUnknownMembers();
    AnswerDocument<Ami> checked = keeping.read(document)
        .map(ami -> ami.withTags(ami.tags().with(Tags.of("checked", "yes"))));
    String changed = keeping.write(checked);    // one tag more on each image, all else as it was
    // spotless:on
    assertThat(keeping.read(changed).values())
        .allMatch(ami -> ami.tags().get("checked").isPresent());
  }

  // spotless:off
  @Property
  @Domain(AmiDomain.class)
  void a_clean_up_never_takes_a_protected_image(@ForAll Ami ami) {
    Decision<Ami> decision = new Deregister().decide(ami, now);
    if (ami.isProtectedAt(now)) {
      assertThat(decision.isAccepted()).isFalse();
    }
  }
  // spotless:on

  @Example
  void are_the_code_in_the_readme() throws IOException {
    String here = words(text("ReadmeExamplesTest") + text("ImageRotationTest"));
    List<String> blocks = JAVA_BLOCK
        .matcher(Files.readString(Path.of("../README.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
    assertThat(blocks).hasSizeGreaterThan(3).allSatisfy(block -> {
      assertThat(imports(block)).allSatisfy(line -> assertThat(here).contains(line));
      assertThat(here).contains(words(IMPORT.matcher(block).replaceAll("")));
    });
  }

  private static String text(String test) throws IOException {
    return Files.readString(Path.of("src/test/java/dev/amikit/examples", test + ".java"));
  }

  private static List<String> imports(String block) {
    return IMPORT.matcher(block).results().map(line -> words(line.group())).toList();
  }

  private static String words(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
