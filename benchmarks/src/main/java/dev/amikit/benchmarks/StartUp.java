package dev.amikit.benchmarks;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first image in a fresh JVM, beside the first record. */
final class StartUp implements Topic {
  private static final int ROUNDS = 11;

  @Override
  public void measure(Ratios ratios) {
    List<Double> amiTimes = new ArrayList<>();
    List<Double> recordTimes = new ArrayList<>();
    List<Double> amiClasses = new ArrayList<>();
    List<Double> recordClasses = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      run(FirstAmi.class, amiTimes, amiClasses);
      run(FirstRecord.class, recordTimes, recordClasses);
    }
    ratios.compareFigures(
        "first image, us", 1.5, Ratios.median(amiTimes) / 1000, Ratios.median(recordTimes) / 1000);
    ratios.compareFigures(
        "first image, loaded classes",
        1.08,
        Ratios.median(amiClasses),
        Ratios.median(recordClasses));
  }

  private static void run(Class<?> program, List<Double> times, List<Double> classes) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      Process process = new ProcessBuilder(
              java, "-cp", System.getProperty("java.class.path"), program.getName())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> figures = Splitter.on(' ').splitToList(line);
      times.add(Double.valueOf(figures.get(0)));
      classes.add(Double.valueOf(figures.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
