package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
  private static final int MANY = 500_000;
  private static final String IMAGE = """
      {"ImageId":"ami-ID","State":"STATE","OwnerId":"111122223333","Architecture":"x86_64",\
      "Name":"image NUMBER","ImageLocation":"111122223333/image NUMBER","ImageType":"machine",\
      "CreationDate":"2026-11-01T12:30:00.000Z","Public":false,"PlatformDetails":"Linux/UNIX",\
      "UsageOperation":"RunInstances","RootDeviceName":"/dev/xvda","RootDeviceType":"ebs",\
      "VirtualizationType":"hvm","Tags":[{"Key":"Name","Value":"image NUMBER"}],\
      "BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-ID",\
      "VolumeSize":8,"VolumeType":"gp3"}},{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}""";

  @Test
  void half_a_million_images_are_read_in_the_memory_of_a_few() {
    try (AnswerReader<Ami> reader = AmiJson.images().stream(new ManyImages(MANY))) {
      int count = 0;
      int refused = 0;
      long heapAtFirst = 0;
      while (reader.hasNext()) {
        refused += reader.next() instanceof ReadResult.Refused ? 1 : 0;
        count++;
        if (count == MANY / 10) {
          heapAtFirst = usedHeap();
        }
      }
      assertThat(count).isEqualTo(MANY);
      assertThat(refused).isEqualTo(MANY / 1000);
      // Kept, nine tenths of the images would take hundreds of megabytes.
      assertThat(usedHeap() - heapAtFirst).isLessThan(30_000_000);
    }
  }

  @Test
  void the_stream_is_lazy_and_closes_its_source() {
    ManyImages images = new ManyImages(MANY);
    try (var stream = AmiJson.images().stream(images).stream()) {
      assertThat(stream.limit(10).map(ReadResult::orThrow).map(Ami::imageId)).hasSize(10);
      assertThat(images.next).isLessThan(100);
    }
    assertThat(images.isClosed).isTrue();
  }

  @Test
  void images_of_one_document_share_equal_parts() {
    ImmutableList<Ami> amis = AmiJson.images().read(new ManyImages(2)).orThrow();
    Ami one = amis.get(0);
    Ami other = amis.get(1);
    assertThat(one.ownerId()).isSameAs(other.ownerId());
    assertThat(one.platformDetails().get()).isSameAs(other.platformDetails().get());
    assertThat(one.rootDeviceName().get()).isSameAs(other.rootDeviceName().get());
    assertThat(one.blockDeviceMappings().get(1))
        .isSameAs(other.blockDeviceMappings().get(1));
    assertThat(one.tags().asMap().keySet().iterator().next())
        .isSameAs(other.tags().asMap().keySet().iterator().next());
  }

  @Test
  void documents_share_nothing() {
    Ami one = AmiJson.images().read(new ManyImages(1)).orThrow().get(0);
    Ami other = AmiJson.images().read(new ManyImages(1)).orThrow().get(0);
    assertThat(one).isEqualTo(other);
    assertThat(one.ownerId()).isNotSameAs(other.ownerId());
  }

  @Test
  void what_is_shared_is_bounded() {
    Shared shared = new Shared();
    String first = shared.share(new String("first"));
    for (int i = 0; i < 100_000; i++) {
      shared.share("text " + i);
    }
    assertThat(shared.share(new String("first"))).isSameAs(first);
    String late = new String("text 99999");
    assertThat(shared.share(late)).isSameAs(late);
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** A document of so many images, of which each thousandth is refused, made while it is read. */
  private static final class ManyImages extends InputStream {
    private final Iterator<byte[]> parts;
    private byte[] part = "{\"Images\":[".getBytes(StandardCharsets.UTF_8);
    private int at;
    private int next;
    private boolean isClosed;

    ManyImages(int count) {
      parts = new Iterator<>() {
        @Override
        public boolean hasNext() {
          return next <= count;
        }

        @Override
        public byte[] next() {
          String text = next == count ? "]}" : (next == 0 ? "" : ",") + image(next);
          next++;
          return text.getBytes(StandardCharsets.UTF_8);
        }
      };
    }

    @Override
    public int read() throws IOException {
      throw new UnsupportedOperationException("one byte alone is never asked for");
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (at == part.length) {
        if (!parts.hasNext()) {
          return -1;
        }
        part = parts.next();
        at = 0;
      }
      int count = Math.min(length, part.length - at);
      System.arraycopy(part, at, to, offset, count);
      at += count;
      return count;
    }

    @Override
    public void close() {
      isClosed = true;
    }

    private static String image(int number) {
      String id = "0" + Long.toHexString(0x1000_0000_0000_0000L + number);
      return IMAGE
          .replace("ID", id)
          .replace("NUMBER", Integer.toString(number))
          .replace("STATE", number % 1000 == 999 ? "asleep" : "available");
    }
  }
}
