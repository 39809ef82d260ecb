package dev.amikit.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.MultimapBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The first image in a fresh JVM beside the first record, and the first registration, registry and
 * answer; the first image also with an archive of its classes.
 */
final class StartUp implements Topic {
  private static final int ROUNDS = 9;

  /** What the first record takes on a quiet machine, in nanoseconds. */
  private static final double QUIET_RECORD = 40 * Figures.MILLI;

  /** What a program of {@link First} says: the time in {@code main}, and the loaded classes. */
  private record Start(double nanos, double classes) {}

  /** What is started, and with what options. */
  private record Kind(String what, ImmutableList<String> flags) {
    static Kind of(String what) {
      return new Kind(what, ImmutableList.of("-Dslf4j.internal.verbosity=ERROR"));
    }

    Start start() {
      ImmutableList<String> figures =
          ImmutableList.copyOf(Splitter.on(' ').split(Jvm.output(flags, First.class, what)));
      return new Start(Double.parseDouble(figures.get(0)), Double.parseDouble(figures.get(1)));
    }
  }

  @Override
  public void measure(Meter meter) {
    withArchive(archive -> {
      ListMultimap<String, Start> starts = inTurn(ImmutableMap.<String, Kind>builder()
          .put("record", Kind.of("record"))
          .put("image", Kind.of("image"))
          .put(
              "image out of an archive",
              new Kind("image", ImmutableList.of("-XX:SharedArchiveFile=" + archive)))
          .put("registration", Kind.of("registration"))
          .put("registry", Kind.of("registry"))
          .put("answer", Kind.of("answer"))
          .buildOrThrow());
      compare(meter, starts, "image", "record", Goal.atMost("15", 2.0, 1.5));
      classes(meter, starts, "image", Goal.atMost("15", 900));
      compare(meter, starts, "image out of an archive", "record", Goal.NONE);
      meter.figure(
          "  first image out of an archive, quiet",
          Goal.atMost("15", 30),
          quietNanos(starts, "image out of an archive") / Figures.MILLI,
          "ms");
      compare(meter, starts, "registration", "image", Goal.NONE);
      classes(meter, starts, "registration", Goal.atMost("15", 1_500, 1_300));
      compare(meter, starts, "registry", "image", Goal.NONE);
      classes(meter, starts, "registry", Goal.NONE);
      compare(meter, starts, "answer", "image", Goal.NONE);
      classes(meter, starts, "answer", Goal.NONE);
    });
  }

  /** The first client of the SDK with a registry behind it beside one with a canned answer. */
  static void measureClient(Meter meter) {
    ListMultimap<String, Start> starts = inTurn(
        ImmutableMap.of("canned client", Kind.of("canned client"), "client", Kind.of("client")));
    compare(meter, starts, "client", "canned client", Goal.NONE);
    classes(meter, starts, "client", Goal.NONE);
  }

  /** The nanoseconds that a fresh JVM on a quiet machine takes for the first thing of a kind. */
  static double quietNanosOf(String what) {
    return quietNanos(
        inTurn(ImmutableMap.of("record", Kind.of("record"), what, Kind.of(what))), what);
  }

  private static double quietNanos(ListMultimap<String, Start> starts, String what) {
    return QUIET_RECORD * nanos(starts, what) / nanos(starts, "record");
  }

  private interface WithArchive {
    void measure(Path archive);
  }

  /** Keeps the classes of the first image in a file as long as something is measured. */
  private static void withArchive(WithArchive measured) {
    try {
      Path folder = Files.createTempDirectory("amikit-start-up");
      Path archive = folder.resolve("image.jsa");
      try {
        Start unused = new Kind(
                "image", ImmutableList.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive))
            .start();
        measured.measure(archive);
      } finally {
        Files.deleteIfExists(archive);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(
      Meter meter, ListMultimap<String, Start> starts, String what, String beside, Goal goal) {
    meter.compareFigures(
        "first %s beside first %s, ms".formatted(what, beside),
        goal,
        nanos(starts, what) / Figures.MILLI,
        nanos(starts, beside) / Figures.MILLI);
  }

  private static void classes(
      Meter meter, ListMultimap<String, Start> starts, String what, Goal goal) {
    double classes = Figures.median(Lists.transform(starts.get(what), Start::classes));
    meter.figure("  classes loaded for the first " + what, goal, classes, "classes");
  }

  private static double nanos(ListMultimap<String, Start> starts, String what) {
    return Figures.median(Lists.transform(starts.get(what), Start::nanos));
  }

  private static ListMultimap<String, Start> inTurn(Map<String, Kind> kinds) {
    ListMultimap<String, Start> starts =
        MultimapBuilder.hashKeys().arrayListValues().build();
    for (int round = 0; round < ROUNDS; round++) {
      kinds.forEach((name, kind) -> starts.put(name, kind.start()));
    }
    return starts;
  }
}
