package dev.amikit.benchmarks;

import java.util.Arrays;
import org.openjdk.jol.info.GraphLayout;

/** Heap for each of many images, with all that they refer to. */
final class Heap implements Topic {
  private static final int IMAGES = 2000;

  @Override
  public void measure(Meter meter) {
    RawImage[] raw = RawImage.numbered(0, IMAGES);
    RawImage[] sharing = Arrays.stream(raw).map(RawImage::withSharedText).toArray(RawImage[]::new);
    double ami = bytesOfEach(TypicalAmi.of(raw));
    double sharingAmi = bytesOfEach(TypicalAmi.of(sharing));
    double record = bytesOfEach(PlainAmi.of(raw));
    meter.compareFigures(
        "B an image, all text its own, beside the record", Goal.atMost("4", 0.95), ami, record);
    meter.compareFigures(
        "B an image, owner and tags shared, beside the record's own",
        Goal.atMost("4", 0.72),
        sharingAmi,
        record);
    meter.compareFigures(
        "  beside the record that shares",
        Goal.NONE,
        sharingAmi,
        bytesOfEach(PlainAmi.of(sharing)));
    meter.compareFigures(
        "B an image, all text its own, beside the SDK",
        Goal.atMost("0", 0.82),
        ami,
        bytesOfEach(SdkImage.of(raw)));
    meter.compareFigures(
        "B an image, owner and tags shared, beside the SDK that shares",
        Goal.atMost("0", 0.82),
        sharingAmi,
        bytesOfEach(SdkImage.of(sharing)));
  }

  private static double bytesOfEach(Object[] images) {
    return bytesOf(images) / images.length;
  }

  /** The heap of some objects, with all that they refer to. */
  static double bytesOf(Object... roots) {
    // Records hide where their fields lie; JOL then asks the VM.
    System.setProperty("jol.magicFieldOffset", "true");
    return GraphLayout.parseInstance(roots).totalSize();
  }
}
