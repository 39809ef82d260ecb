package dev.amikit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amikit.jackson.AmiJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reading an answer of 2,000 images, beside reading the same bytes into Jackson's tree. */
final class Reading implements Topic {
  private static final int IMAGES = 2000;

  @Override
  public void measure(Meter meter) {
    byte[] json = json();
    ObjectMapper mapper = new ObjectMapper();
    meter.compare(
        "read 2,000 images, beside readTree",
        Goal.atMost("18", 1.3, 1.0),
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[0] = AmiJson.images().read(new ByteArrayInputStream(json));
          }
        },
        (times, kept) -> {
          try {
            for (int i = 0; i < times; i++) {
              kept[0] = mapper.readTree(new ByteArrayInputStream(json));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static byte[] json() {
    return AmiJson.images()
        .write(Arrays.asList(TypicalAmi.of(RawImage.numbered(0, IMAGES))))
        .getBytes(StandardCharsets.UTF_8);
  }
}
