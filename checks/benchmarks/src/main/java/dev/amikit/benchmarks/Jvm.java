package dev.amikit.benchmarks;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another JVM with this one's class path. */
final class Jvm {
  private Jvm() {}

  /** Runs a program to its end, and returns what it writes; errors go where this JVM's go. */
  static String output(List<String> flags, Class<?> program, String... arguments) {
    ImmutableList<String> command = ImmutableList.<String>builder()
        .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .addAll(flags)
        .add("-cp", System.getProperty("java.class.path"), program.getName())
        .add(arguments)
        .build();
    try {
      Process process = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      checkState(process.waitFor() == 0, "%s failed", command);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
