package dev.amikit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM that makes its first image hardly notices the library. */
class StartTest {
  private static final String BEGUN = "begun";

  /** With room: 262 were counted, most of them of the JDK and of Guava. */
  private static final int MOST_CLASSES = 330;

  /** Makes an image in a JVM that logs the classes that it loads. */
  static final class FirstImage {
    private FirstImage() {}

    public static void main(String[] arguments) {
      System.out.println(BEGUN);
      System.out.println(Ami.builder()
          .imageId("ami-0123456789abcdef0")
          .ownerId("111122223333")
          .state(AmiState.AVAILABLE)
          .name(ImageName.of("golden"))
          .hvm(Architecture.X86_64)
          .linux()
          .ebsRoot(
              "/dev/xvda",
              EbsBlockDevice.of(VolumeType.GP3, 8, SnapshotId.of("snap-0123456789abcdef0")))
          .build()
          .imageId());
    }
  }

  @Test
  void the_first_image_loads_few_classes_and_no_lambda() throws IOException, InterruptedException {
    List<String> printed = printed();

    List<String> loaded = printed.subList(printed.indexOf(BEGUN) + 1, printed.size());
    assertThat(loaded).contains("ami-0123456789abcdef0");
    assertThat(loaded).filteredOn(line -> line.contains("dev.amikit.")).hasSizeGreaterThan(40);
    assertThat(loaded).noneMatch(line -> line.contains("dev.amikit.") && line.contains("Lambda"));
    assertThat(loaded.subList(0, loaded.indexOf("ami-0123456789abcdef0")))
        .hasSizeLessThan(MOST_CLASSES);
  }

  private static List<String> printed() throws IOException, InterruptedException {
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
            FirstImage.class.getName())
        .redirectErrorStream(true)
        .start();
    List<String> lines =
        new String(java.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(java.waitFor()).as("%s", lines).isZero();
    return lines;
  }
}
