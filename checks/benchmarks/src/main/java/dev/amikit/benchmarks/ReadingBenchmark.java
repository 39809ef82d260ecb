package dev.amikit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amikit.jackson.AmiJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading an answer of 2,000 images; beside Jackson's tree of the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingBenchmark {
  private final byte[] json = Reading.json();
  private final ObjectMapper mapper = new ObjectMapper();

  @Benchmark
  public Object images() {
    return AmiJson.images().read(new ByteArrayInputStream(json));
  }

  @Benchmark
  public Object tree() throws IOException {
    return mapper.readTree(new ByteArrayInputStream(json));
  }
}
