package dev.amikit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amikit.awssdk.Ec2Clients;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;

/**
 * Makes the first thing of its kind in a JVM, and prints the nanoseconds and the loaded classes. It
 * touches no class that makes more than is asked for, such as {@link Stock}.
 */
final class First {
  private static final String NO_IMAGES = """
      <?xml version="1.0" encoding="UTF-8"?>
      <DescribeImagesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
      <requestId>00000000-0000-0000-0000-000000000001</requestId><imagesSet></imagesSet>\
      </DescribeImagesResponse>""";

  private First() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    Object made = made(args[0]);
    long nanos = System.nanoTime() - start;
    int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    System.out.println(nanos + " " + classes + " " + made.hashCode());
  }

  private static Object made(String what) {
    return switch (what) {
      case "record" -> PlainAmi.of(RawImage.example());
      case "image" -> TypicalAmi.of(RawImage.example());
      case "registry" -> registry().state();
      case "answer" -> answer();
      case "registration" -> registration();
      case "tries" -> Drawing.tries();
      case "canned client" -> CannedAnswer.client(NO_IMAGES.getBytes(UTF_8)).describeImages();
      case "client" ->
        Ec2Clients.of(registry()).client("111122223333", Region.US_EAST_1).describeImages();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static InMemoryAmiRegistry registry() {
    return InMemoryAmiRegistry.create(Clock.systemUTC());
  }

  private static Object answer() {
    Ec2 ec2 = registry().account("111122223333").in(Region.US_EAST_1);
    return ec2.describeImages(ImageQuery.builder().build());
  }

  private static Object registration() {
    Ami like = TypicalAmi.of(RawImage.example());
    InMemoryAmiRegistry registry = registry();
    registry.aws().happen(Registering.snapshot(like));
    return registry
        .account(like.ownerId())
        .in(Region.US_EAST_1)
        .registerImage(Registering.request(like));
  }
}
