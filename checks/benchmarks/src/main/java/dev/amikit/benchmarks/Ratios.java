package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;

/**
 * Measures topics, each in a JVM of its own with the options of this one. The tables go to the
 * standard error; what has a goal is printed as one table.
 */
public final class Ratios {
  private Ratios() {}

  /**
   * Measures.
   *
   * @param topics what to measure; nothing for all
   * @throws IOException if the page that {@code amikit.page} names cannot be written
   */
  public static void main(String[] topics) throws IOException {
    Collection<String> chosen = topics.length == 0 ? OneTopic.ALL.keySet() : Arrays.asList(topics);
    ImmutableList<String> flags =
        ImmutableList.copyOf(ManagementFactory.getRuntimeMXBean().getInputArguments());
    long begin = System.nanoTime();
    StringBuilder rows = new StringBuilder();
    System.out.print(ResultsPage.HEAD);
    for (String topic : chosen) {
      String measured = Jvm.output(flags, OneTopic.class, topic);
      System.out.print(measured);
      rows.append(measured);
    }
    ResultsPage page = new ResultsPage(
        rows.toString(),
        LocalDate.now(ZoneOffset.UTC),
        Duration.ofNanos(System.nanoTime() - begin),
        Machine.description());
    System.out.print(page.foot());
    String path = System.getProperty("amikit.page");
    if (path != null) {
      page.writeTo(Path.of(path));
    }
  }
}
