package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class MutatedRoundTripTest {
  private static final Ami AMI = AmiJson.image().read(Documents.image()).orThrow();

  @Provide
  Arbitrary<String> members() {
    return Arbitraries.of(ImmutableList.copyOf(Documents.image().fieldNames()));
  }

  @Property
  void an_image_without_some_members_is_given_back_or_refused_and_kept(
      @ForAll("members") String one, @ForAll("members") String another) {
    ObjectNode image = Documents.image(i -> i.remove(List.of(one, another)));
    ReadResult<Ami> result = AmiJson.image().read(image);
    if (result instanceof ReadResult.Read<Ami> read) {
      ObjectNode back = (ObjectNode) Documents.tree(AmiJson.image().write(read.value()));
      if (!image.has("Public")) {
        assertThat(back.remove("Public").booleanValue()).isFalse();
      }
      if (!image.has("ImageType")) {
        assertThat(back.remove("ImageType").textValue()).isEqualTo("machine");
      }
      if (!image.has("BlockDeviceMappings")) {
        assertThat(back.remove("BlockDeviceMappings")).isEmpty();
      }
      assertThat(back).isEqualTo(image);
    } else if (result instanceof ReadResult.Refused<Ami> refused) {
      assertThat(refused.violations()).isNotEmpty();
      assertThat(refused.content()).isEqualTo(image);
    }
  }

  @Property
  void any_text_is_given_back(@ForAll String description, @ForAll("tagValues") String tag) {
    Ami ami = AMI.withDescription(Optional.of(description)).withTags(Tags.of("text", tag));
    assertThat(AmiJson.image().read(AmiJson.image().write(ami)).orThrow()).isEqualTo(ami);
  }

  /** A tag has the characters that EC2's own answers can carry. */
  @Provide
  Arbitrary<String> tagValues() {
    return Arbitraries.strings()
        .withCharRange(' ', '\uD7FF')
        .withCharRange('\uE000', '\uFFFD')
        .withChars('\t', '\n', '\r')
        .ofMaxLength(256);
  }

  @Property
  void any_time_is_given_back(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
      @ForAll @LongRange(max = 999_999_999) long nano) {
    Instant time = Instant.ofEpochSecond(second, nano);
    Ami ami = AMI.toBuilder()
        .creationDate(time)
        .deprecationTime(Optional.empty())
        .lastLaunchedTime(time)
        .build();
    assertThat(AmiJson.image().read(AmiJson.image().write(ami)).orThrow()).isEqualTo(ami);
  }

  @Property(tries = 50)
  void any_number_of_images_is_given_back_in_order(
      @ForAll @Size(max = 20) List<@StringLength(max = 20) String> descriptions) {
    ImmutableList<Ami> amis = descriptions.stream()
        .map(description -> AMI.withDescription(Optional.of(description)))
        .collect(ImmutableList.toImmutableList());
    assertThat(AmiJson.images().read(AmiJson.images().write(amis)).orThrow()).isEqualTo(amis);
  }
}
