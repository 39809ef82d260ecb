package dev.amikit.benchmarks;

import java.util.Arrays;
import org.openjdk.jol.info.GraphLayout;

/** Heap for each of many images, with all that they refer to. */
final class Heap implements Topic {
  private static final int IMAGES = 2000;

  @Override
  public void measure(Ratios ratios) {
    double ami = bytesOfEach(TypicalAmi.of(RawImage.numbered(0, IMAGES)));
    double record = bytesOfEach(PlainAmi.of(RawImage.numbered(0, IMAGES)));
    double sharingAmi = bytesOfEach(TypicalAmi.of(sharing()));
    double sharingRecord = bytesOfEach(PlainAmi.of(sharing()));
    ratios.compareFigures("heap, B, all text its own", 1.25, ami, record);
    ratios.compareFigures("heap, B, owner and tags shared", 1.25, sharingAmi, sharingRecord);
    ratios.compareFigures("heap, B, shared against own", 1.0, sharingAmi, record);
  }

  private static RawImage[] sharing() {
    return Arrays.stream(RawImage.numbered(0, IMAGES))
        .map(RawImage::withSharedText)
        .toArray(RawImage[]::new);
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
