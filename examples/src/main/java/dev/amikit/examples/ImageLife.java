package dev.amikit.examples;

import static dev.amikit.image.Architecture.ARM64;
import static dev.amikit.image.Architecture.X86_64;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.AnswerDocument;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageFilters;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.Newest;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Violation;
import dev.amikit.visibility.Viewer;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what {@code aws ec2 describe-images} prints, finds an image in it, and takes another one
 * through its life in an EC2 of its own.
 */
public final class ImageLife {
  private static final AccountId OWNER = AccountId.of("111122223333");
  private static final AccountId FRIEND = AccountId.of("444455556666");
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final PrintStream out;
  private final MovableClock clock = new MovableClock(START);
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock);
  private final Ec2 ec2 = registry.account(OWNER).in(Region.US_EAST_1);
  private final ImageId image;

  private ImageLife(PrintStream out) {
    this.out = out;
    this.image = register(snapshot());
  }

  /** Takes the path of a document, or none for the one that comes with the program. */
  public static void main(String[] arguments) {
    AnswerDocument<Ami> answer = arguments.length > 0
        ? AmiJson.images().read(Path.of(arguments[0]))
        : AmiJson.images().read(ownDocument());
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    printImages(answer, out);
    printNewest(answer, out);
    live(out);
  }

  static InputStream ownDocument() {
    InputStream document = ImageLife.class.getResourceAsStream("images.json");
    if (document == null) {
      throw new AssertionError("images.json comes with the program");
    }
    return document;
  }

  static void printImages(AnswerDocument<Ami> answer, PrintStream out) {
    out.printf(
        "%d images read, %d refused%n", answer.values().size(), answer.refused().size());
    Map<String, Integer> byRule = new TreeMap<>();
    answer.refused().stream()
        .flatMap(refused -> refused.violations().stream())
        .map(Violation::rule)
        .forEach(rule -> byRule.merge(rule.id() + ": " + rule.sentence(), 1, Integer::sum));
    byRule.forEach((rule, count) -> out.printf("  %d by %s%n", count, rule));
  }

  static void printNewest(AnswerDocument<Ami> answer, PrintStream out) {
    ImageQuery query = ImageQuery.builder()
        .filter(ImageFilters.architecture(ARM64))
        .filter(ImageFilters.state(AmiState.AVAILABLE))
        .includeDeprecated(true)
        .build();
    out.printf("%nThe newest available arm64 image:%n");
    Newest.of(query
            .result(ImageSource.ofAnswer(answer.values()), Viewer.of(OWNER, START))
            .all())
        .ifPresentOrElse(
            ami -> out.printf("  %s  %s%n", ami.imageId(), ami.name().orElseThrow()),
            () -> out.println("  none"));
  }

  static void live(PrintStream out) {
    new ImageLife(out).live();
  }

  private SnapshotId snapshot() {
    return ec2.createSnapshot(CreateSnapshot.builder()
            .volumeId(ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
            .build())
        .snapshotId();
  }

  private ImageId register(SnapshotId root) {
    return ec2.registerImage(RegisterImage.builder()
        .name("golden-2026.11")
        .hvm(X86_64)
        .ebsRoot("/dev/xvda", root)
        .build());
  }

  private void live() {
    out.printf("%nThe life of %s, golden-2026.11%n", image);
    print("register", "");
    step("share", () -> share(LaunchPermission.userId(FRIEND)));
    step("publish", () -> share(LaunchPermission.everyone()));
    step(
        "deprecate",
        () -> ec2.enableImageDeprecation(image, clock.instant().plus(Duration.ofDays(90))));
    Instance instance = registry
        .account(FRIEND)
        .in(Region.US_EAST_1)
        .runInstances(
            RunInstances.builder().imageId(image).instanceType("m7i.large").build())
        .instances()
        .get(0);
    print("launch", "by " + FRIEND);
    Ec2 there = registry.account(OWNER).in(Region.EU_WEST_1);
    ImageId copy = there.copyImage(CopyImage.builder()
        .sourceRegion(Region.US_EAST_1)
        .sourceImageId(image)
        .name("golden-2026.11")
        .build());
    print("copy", "to eu-west-1: " + copy);
    step("disable", () -> ec2.disableImage(image));
    step("enable", () -> ec2.enableImage(image));
    step("protect", () -> ec2.enableImageDeregistrationProtection(image, true));
    step("deregister", () -> ec2.deregisterImage(image));
    step("unprotect", () -> ec2.disableImageDeregistrationProtection(image));
    step("deregister", () -> ec2.deregisterImage(image));
    clock.pass(Duration.ofHours(24));
    out.println("  (a day passes)");
    step("deregister", () -> ec2.deregisterImage(image));
    Instance now =
        registry.state().instance(Region.US_EAST_1, instance.instanceId()).orElseThrow();
    out.printf("  its instance is still %s, and its copy is %s%n", now.state(), state(there, copy));
  }

  private void share(LaunchPermission permission) {
    ec2.modifyImageAttribute(image, ModifyLaunchPermission.grant(permission));
  }

  private void step(String what, Runnable operation) {
    clock.pass(Duration.ofMinutes(1));
    Ami before = onRecord();
    try {
      operation.run();
      print(what, changed(before, onRecord()));
    } catch (RefusedException e) {
      print(what, reason(e));
    }
  }

  private Ami onRecord() {
    return registry.state().image(Region.US_EAST_1, image).orElseThrow();
  }

  private void print(String what, String remark) {
    out.println("  %-11s %-13s %s".formatted(what, onRecord().state(), remark).stripTrailing());
  }

  private static String state(Ec2 there, ImageId id) {
    return there.describeImage(id).map(ami -> ami.state().toString()).orElse("gone");
  }

  private static String reason(RefusedException e) {
    return "refused: %s%n%29s%s"
        .formatted(e.errorCode(), "", e.violations().get(0).rule().id());
  }

  private static String changed(Ami before, Ami after) {
    if (!before.launchPermissions().equals(after.launchPermissions())) {
      return "launch permissions: " + after.launchPermissions().orElseThrow();
    }
    if (!before.deprecationTime().equals(after.deprecationTime())) {
      return after
          .deprecationTime()
          .map(time -> "deprecated from " + time)
          .orElse("not deprecated");
    }
    if (!before.deregistrationProtection().equals(after.deregistrationProtection())) {
      return after.deregistrationProtection().map(p -> "protection: " + p).orElse("not protected");
    }
    return before.state() == after.state() ? "" : "was " + before.state();
  }
}
