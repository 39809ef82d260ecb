package dev.amikit.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.MultimapBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The first image in a fresh JVM beside the first record, and the first registry beside that. */
final class StartUp implements Topic {
  private static final int ROUNDS = 11;

  /** What a program of {@link First} says: the time in {@code main}, and the loaded classes. */
  private record Start(double micros, double classes) {}

  @Override
  public void measure(Ratios ratios) {
    ListMultimap<String, Start> starts = inTurn("record", "image", "registry", "answer");
    compare(ratios, starts, "image", "record", 1.5);
    compare(ratios, starts, "registry", "image", Ratios.NO_GOAL);
    compare(ratios, starts, "answer", "image", Ratios.NO_GOAL);
  }

  /** The first client of the SDK with a registry behind it beside one with a canned answer. */
  static void measureClient(Ratios ratios) {
    compare(ratios, inTurn("canned client", "client"), "client", "canned client", Ratios.NO_GOAL);
  }

  /** The microseconds that a fresh JVM takes for the first thing of a kind. */
  static double microsOf(String what) {
    return micros(inTurn(what), what);
  }

  private static void compare(
      Ratios ratios, ListMultimap<String, Start> starts, String what, String beside, double goal) {
    ratios.compareFigures(
        "first %s beside first %s, us".formatted(what, beside),
        goal,
        micros(starts, what),
        micros(starts, beside));
    ratios.compareFigures(
        "  loaded classes", Ratios.NO_GOAL, classes(starts, what), classes(starts, beside));
  }

  private static double micros(ListMultimap<String, Start> starts, String what) {
    return Ratios.median(Lists.transform(starts.get(what), Start::micros));
  }

  private static double classes(ListMultimap<String, Start> starts, String what) {
    return Ratios.median(Lists.transform(starts.get(what), Start::classes));
  }

  private static ListMultimap<String, Start> inTurn(String... kinds) {
    ListMultimap<String, Start> starts =
        MultimapBuilder.hashKeys().arrayListValues().build();
    for (int round = 0; round < ROUNDS; round++) {
      for (String what : kinds) {
        starts.put(what, start(what));
      }
    }
    return starts;
  }

  private static Start start(String what) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      Process process = new ProcessBuilder(
              java,
              "-Dslf4j.internal.verbosity=ERROR",
              "-cp",
              System.getProperty("java.class.path"),
              First.class.getName(),
              what)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      ImmutableList<String> figures = ImmutableList.copyOf(Splitter.on(' ').split(line));
      return new Start(
          Double.parseDouble(figures.get(0)) / 1000, Double.parseDouble(figures.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
