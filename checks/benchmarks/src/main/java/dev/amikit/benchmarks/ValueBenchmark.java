package dev.amikit.benchmarks;

import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ImageState;

/** Making images, changing them, and comparing them; each beside the plain record and the SDK's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValueBenchmark {
  private static final Optional<String> DESCRIPTION = Optional.of("changed");

  private final RawImage raw = RawImage.numbered(1);
  private final Ami ami = TypicalAmi.of(raw);
  private final Ami equalAmi = TypicalAmi.of(RawImage.numbered(1));
  private final PlainAmi record = PlainAmi.of(raw);
  private final PlainAmi equalRecord = PlainAmi.of(RawImage.numbered(1));
  private final Image image = SdkImage.of(raw);
  private final Image equalImage = SdkImage.of(RawImage.numbered(1));

  @Benchmark
  public Object buildAmi() {
    return TypicalAmi.of(raw);
  }

  @Benchmark
  public Object buildRecord() {
    return PlainAmi.of(raw);
  }

  @Benchmark
  public Object buildImage() {
    return SdkImage.of(raw);
  }

  @Benchmark
  public Object amiWithState() {
    return ami.withState(AmiState.DISABLED);
  }

  @Benchmark
  public Object recordWithState() {
    return record.withState(AmiState.DISABLED);
  }

  @Benchmark
  public Object amiWithDescription() {
    return ami.withDescription(DESCRIPTION);
  }

  @Benchmark
  public Object recordWithDescription() {
    return record.withDescription(DESCRIPTION);
  }

  @Benchmark
  public Object amiThroughBuilder() {
    return ami.toBuilder().state(AmiState.DISABLED).build();
  }

  @Benchmark
  public Object imageThroughBuilder() {
    return image.toBuilder().state(ImageState.DISABLED).build();
  }

  @Benchmark
  public boolean amiEquals() {
    return ami.equals(equalAmi);
  }

  @Benchmark
  public boolean recordEquals() {
    return record.equals(equalRecord);
  }

  @Benchmark
  public boolean imageEquals() {
    return image.equals(equalImage);
  }

  @Benchmark
  public int amiHashCode() {
    return ami.hashCode();
  }

  @Benchmark
  public int recordHashCode() {
    return record.hashCode();
  }

  @Benchmark
  public int imageHashCode() {
    return image.hashCode();
  }
}
