package dev.amikit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What all this runs on. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name\t: ";
  private static final long GIB = 1L << 30;

  private Machine() {}

  /** Returns processors, memory and Java, such as {@code 2 processors (…), 23 GiB, OpenJDK …}. */
  static String description() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return "%d processors (%s), %d GiB, %s %s"
        .formatted(
            system.getAvailableProcessors(),
            model(),
            system.getTotalMemorySize() / GIB,
            System.getProperty("java.vm.name"),
            Runtime.version());
  }

  /** Where the system tells no model, the architecture. */
  private static String model() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(MODEL.length()))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
