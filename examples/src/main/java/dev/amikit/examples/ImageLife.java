package dev.amikit.examples;

import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.Architecture.ARM64;
import static dev.amikit.image.VirtualizationType.HVM;
import static java.util.Comparator.comparing;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.Answer;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.DeregisterImage;
import dev.amikit.lifecycle.DisableImage;
import dev.amikit.lifecycle.DisableImageDeregistrationProtection;
import dev.amikit.lifecycle.EnableImage;
import dev.amikit.lifecycle.EnableImageDeprecation;
import dev.amikit.lifecycle.EnableImageDeregistrationProtection;
import dev.amikit.lifecycle.FinishCreation;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Violation;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what {@code aws ec2 describe-images} prints, picks an image out of it, and takes another
 * one through its life.
 */
public final class ImageLife {
  private final PrintStream out;
  private Ami ami;
  private Instant now;

  private ImageLife(PrintStream out, Ami ami, Instant now) {
    this.out = out;
    this.ami = ami;
    this.now = now;
  }

  /** Takes the path of a document, or none for the one that comes with the program. */
  public static void main(String[] arguments) {
    Answer<Ami> answer = arguments.length > 0
        ? AmiJson.images().read(Path.of(arguments[0]))
        : AmiJson.images().read(ownDocument());
    printImages(answer, System.out);
    printNewest(answer, System.out);
    live(System.out);
  }

  static InputStream ownDocument() {
    InputStream document = ImageLife.class.getResourceAsStream("images.json");
    if (document == null) {
      throw new AssertionError("images.json comes with the program");
    }
    return document;
  }

  static void printImages(Answer<Ami> answer, PrintStream out) {
    out.printf(
        "%d images read, %d refused%n", answer.values().size(), answer.refused().size());
    Map<String, Integer> byRule = new TreeMap<>();
    answer.refused().stream()
        .flatMap(refused -> refused.violations().stream())
        .map(Violation::rule)
        .forEach(rule -> byRule.merge(rule.id() + ": " + rule.sentence(), 1, Integer::sum));
    byRule.forEach((rule, count) -> out.printf("  %d by %s%n", count, rule));
  }

  static void printNewest(Answer<Ami> answer, PrintStream out) {
    Optional<Ami> newest = answer.values().stream()
        .filter(ami -> ami.state() == AVAILABLE && ami.architecture().equals(ARM64))
        .filter(ami -> ami.creationDate().isPresent())
        .max(comparing(ami -> ami.creationDate().orElseThrow()));
    out.printf("%nThe newest available arm64 image:%n");
    newest.ifPresentOrElse(
        ami -> out.printf(
            "  %s  %s%n", ami.imageId(), ami.name().map(Object::toString).orElse("-")),
        () -> out.println("  none"));
  }

  static void live(PrintStream out) {
    Instant start = Instant.parse("2026-11-22T10:00:00Z");
    Ami registered = Ami.builder()
        .imageId("ami-0abcdef1234567890")
        .ownerId("111122223333")
        .name("golden-2026.11")
        .linux()
        .architecture(Architecture.X86_64)
        .virtualizationType(HVM)
        .state(AmiState.PENDING)
        .creationDate(start)
        .ebsRoot(
            "/dev/xvda",
            EbsBlockDevice.of(VolumeType.GP3, 8, SnapshotId.of("snap-0abcdef1234567890")))
        .build();
    new ImageLife(out, registered, start).live();
  }

  private void live() {
    out.printf("%nThe life of %s, %s%n", ami.imageId(), ami.name().orElseThrow());
    print("register", "");
    ask("make", new FinishCreation());
    ask("share", ModifyLaunchPermission.grant(LaunchPermission.userId("444455556666")));
    ask("deprecate", new EnableImageDeprecation(now.plus(Duration.ofDays(90))));
    ask("disable", new DisableImage());
    ask("enable", new EnableImage());
    ask("protect", new EnableImageDeregistrationProtection(true));
    ask("deregister", new DeregisterImage());
    ask("unprotect", new DisableImageDeregistrationProtection());
    ask("deregister", new DeregisterImage());
    now = now.plus(Duration.ofHours(24));
    out.println("  (a day passes)");
    ask("deregister", new DeregisterImage());
  }

  private void ask(String what, AmiCommand command) {
    now = now.plus(Duration.ofMinutes(1));
    Ami before = ami;
    Decision decision = command.decide(before, now);
    ami = decision.applyTo(before);
    print(what, decision.refusal().map(ImageLife::reason).orElseGet(() -> changed(before, ami)));
  }

  private void print(String what, String remark) {
    out.println("  %-11s %-13s %s".formatted(what, ami.state(), remark).stripTrailing());
  }

  private static String reason(Refusal refusal) {
    return "refused: %s%n%29s%s"
        .formatted(refusal.errorCode(), "", refusal.violations().get(0).rule().id());
  }

  private static String changed(Ami before, Ami after) {
    if (!before.launchPermissions().equals(after.launchPermissions())) {
      return "launch permissions: " + after.launchPermissions();
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
