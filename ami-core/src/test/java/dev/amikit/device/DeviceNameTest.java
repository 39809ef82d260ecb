package dev.amikit.device;

import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Characters;
import dev.amikit.rule.Rules;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeviceNameTest {
  /** The permissive form, as the rulebook words it. */
  private static final Pattern REQUEST_FORM =
      Pattern.compile("(/dev/)?(sd|xvd|hd|vd)[a-z]{1,2}([1-9]|1[0-5])?");

  @Rules("DEV-12")
  @Property
  void a_request_takes_the_names_of_the_permissive_form(@ForAll("nearlyNames") String text) {
    assertThat(DeviceName.of(text).isAcceptedInRequests())
        .as(text)
        .isEqualTo(REQUEST_FORM.matcher(text).matches());
  }

  @Rules("DEV-12")
  @Example
  void the_form_knows_its_edges() {
    for (String good : new String[] {
      "/dev/sda", "/dev/sda1", "sdb", "xvdf", "/dev/xvdba", "/dev/sdz15", "hda", "vda9", "xvdaa15"
    }) {
      assertThat(DeviceName.of(good).isAcceptedInRequests()).as(good).isTrue();
    }
    for (String bad : new String[] {
      "/dev/sd",
      "sda0",
      "sda16",
      "sda01",
      "sda100",
      "sdaaa",
      "sdA",
      "/dev/",
      "dev/sda",
      "/sda",
      "/dev//dev/sda",
      "nvme0n1",
      "ephemeral0",
      "sda ",
      "sda1a",
      "sda١",
      "/DEV/sda"
    }) {
      assertThat(DeviceName.of(bad).isAcceptedInRequests()).as(bad).isFalse();
    }
  }

  @Rules({"DEV-03", "DEV-06", "DEV-12", "DEV-13"})
  @Property
  void reading_takes_any_name_as_it_stands(@ForAll("legal") String text) {
    assertThat(DeviceName.of(text)).hasToString(text);
  }

  @Provide
  Arbitrary<String> legal() {
    return Arbitraries.chars()
        .filter(c -> Characters.areLegal(String.valueOf(c)))
        .list()
        .ofMinSize(1)
        .map(chars -> chars.stream().map(String::valueOf).collect(Collectors.joining()));
  }

  @Rules({"DEV-03", "DEV-06", "DEV-13"})
  @Example
  void names_of_old_and_foreign_images_are_read() {
    for (String seen : new String[] {"xvdf", "sdb", "/dev/sda", "/dev/xvda", "/dev/sda1", "sda1"}) {
      assertThat(DeviceName.of(seen).value()).isEqualTo(seen);
    }
  }

  @Example
  void an_empty_name_is_refused() {
    assertRefused(
        () -> DeviceName.of(""), "device-name.not-empty", "", INVALID_BLOCK_DEVICE_MAPPING);
  }

  @Example
  void without_dev_takes_one_leading_dev_away() {
    assertThat(DeviceName.of("/dev/sda1").withoutDev()).isEqualTo("sda1");
    assertThat(DeviceName.of("sda1").withoutDev()).isEqualTo("sda1");
    assertThat(DeviceName.of("/dev//dev/sda1").withoutDev()).isEqualTo("/dev/sda1");
    assertThat(DeviceName.of("/dev/sda1")).isNotEqualTo(DeviceName.of("sda1"));
    assertThat(DeviceName.of("/dev/sda")).isLessThan(DeviceName.of("/dev/sdb"));
  }

  @Provide
  Arbitrary<String> nearlyNames() {
    Arbitrary<String> dev = Arbitraries.of("/dev/", "", "dev/", "/dev");
    Arbitrary<String> disk = Arbitraries.of("sd", "xvd", "hd", "vd", "nvme", "xd", "");
    Arbitrary<String> letters = Arbitraries.of("a", "z", "ba", "zz", "aaa", "A", "", "{", "`");
    Arbitrary<String> number =
        Arbitraries.of("", "0", "1", "9", "10", "15", "16", "01", "99", "150", "1a", "-1", "+1");
    return Combinators.combine(dev, disk, letters, number)
        .as((a, b, c, d) -> a + b + c + d)
        .filter(text -> !text.isEmpty());
  }
}
