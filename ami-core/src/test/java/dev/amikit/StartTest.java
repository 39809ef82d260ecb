package dev.amikit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageName;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM that makes its first image, or registers it, hardly notices the library. */
class StartTest {
  private static final String BEGUN = "begun";
  private static final String DONE = "done";

  /** With room: 262 were counted, most of them of the JDK and of Guava. */
  private static final int MOST_FOR_AN_IMAGE = 330;

  /** With room: 1,000 were counted. */
  private static final int MOST_FOR_A_REGISTRATION = 1_200;

  /** Makes an image in a JVM that logs the classes that it loads. */
  static final class FirstImage {
    private FirstImage() {}

    public static void main(String[] arguments) {
      System.out.println(BEGUN);
      Ami made = Ami.builder()
          .imageId("ami-0123456789abcdef0")
          .ownerId("111122223333")
          .state(AmiState.AVAILABLE)
          .name(ImageName.of("golden"))
          .hvm(Architecture.X86_64)
          .linux()
          .ebsRoot(
              "/dev/xvda",
              EbsBlockDevice.of(VolumeType.GP3, 8, SnapshotId.of("snap-0123456789abcdef0")))
          .build();
      System.out.println(made.imageId());
      System.out.println(DONE);
    }
  }

  /** Registers an image of a snapshot in such a JVM. */
  static final class FirstRegistration {
    private FirstRegistration() {}

    public static void main(String[] arguments) {
      System.out.println(BEGUN);
      InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
      AccountId owner = AccountId.of("111122223333");
      SnapshotId root = SnapshotId.of("snap-0123456789abcdef0");
      registry
          .aws()
          .put(
              Region.US_EAST_1,
              Snapshot.builder()
                  .snapshotId(root)
                  .ownerId(owner)
                  .state(SnapshotState.COMPLETED)
                  .progress(100)
                  .startTime(Instant.EPOCH)
                  .volumeSize(8)
                  .encrypted(false)
                  .build());
      Ec2 ec2 = registry.account(owner).in(Region.US_EAST_1);
      ImageId registered = ec2.registerImage(RegisterImage.builder()
          .name("golden")
          .hvm(Architecture.X86_64)
          .ebsRoot("/dev/xvda", root)
          .addTagSpecification(TagSpecification.image(Tags.of("env", "prod")))
          .build());
      System.out.println(registered);
      System.out.println(DONE);
    }
  }

  @Test
  void the_first_image_loads_few_classes_and_no_lambda() throws IOException, InterruptedException {
    List<String> loaded = loadedBy(FirstImage.class);

    assertThat(loaded).contains("ami-0123456789abcdef0");
    assertThat(loaded).filteredOn(line -> line.contains("dev.amikit.")).hasSizeGreaterThan(40);
    assertThat(loaded).noneMatch(line -> line.contains("dev.amikit.") && line.contains("Lambda"));
    assertThat(loaded).hasSizeLessThan(MOST_FOR_AN_IMAGE);
  }

  @Test
  void the_first_registration_loads_few_classes_and_formats_no_text()
      throws IOException, InterruptedException {
    List<String> loaded = loadedBy(FirstRegistration.class);

    assertThat(loaded).anyMatch(line -> line.startsWith("ami-"));
    assertThat(loaded).anyMatch(line -> line.contains("dev.amikit.registry.state.ImageCreation"));
    assertThat(loaded)
        .noneMatch(line -> line.contains("java.util.Formatter"))
        .noneMatch(line -> line.contains("java.time.format.DateTimeFormatterBuilder"));
    assertThat(loaded).hasSizeLessThan(MOST_FOR_A_REGISTRATION);
  }

  /** What a program loads between two lines that it prints, together with what it prints. */
  private static List<String> loadedBy(Class<?> program) throws IOException, InterruptedException {
    String path = String.join(
        File.pathSeparator,
        Path.of("target", "test-classes").toString(),
        System.getProperty("java.class.path"),
        System.getProperty("jdk.module.path", ""));
    Process java = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load",
            "-cp",
            path,
            program.getName())
        .redirectErrorStream(true)
        .start();
    List<String> lines =
        new String(java.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(java.waitFor()).as("%s", lines).isZero();
    return lines.subList(lines.indexOf(BEGUN) + 1, lines.indexOf(DONE));
  }
}
