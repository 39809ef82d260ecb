package dev.amikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.AnswerDocument;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ImageLifeTest {
  private final AnswerDocument<Ami> answer = AmiJson.images().read(ImageLife.ownDocument());

  @Test
  void its_document_has_one_image_that_must_not_be() {
    assertThat(printed(out -> ImageLife.printImages(answer, out))).isEqualTo("""
            6 images read, 1 refused
              1 by ami.windows-requires-ebs-root: a Windows AMI has an EBS root
            """);
  }

  @Test
  void it_finds_the_newest_image() {
    assertThat(printed(out -> ImageLife.printNewest(answer, out)))
        .contains("ami-0a1b2c3d4e5f60712  al2023-ami-2023.9.20261012.0-kernel-6.1-arm64");
  }

  @Test
  void an_image_lives_and_is_deregistered_a_day_after_its_protection_was_disabled() {
    assertThat(printed(ImageLife::live))
        .containsSubsequence(
            "register    available",
            "share       available     launch permissions: [444455556666]",
            "publish     available     refused: OperationNotPermitted",
            "deprecate   available     deprecated from 2027-02-20T10:03:00Z",
            "launch      available     by 444455556666",
            "copy        available     to eu-west-1: ami-",
            "disable     disabled      launch permissions: []",
            "enable      available     was disabled",
            "protect     available     protection: enabled-with-cooldown",
            "deregister  available     refused: OperationNotPermitted",
            "deregister-image.unprotected",
            "unprotect   available     protection: disabled after 2026-11-23T10:08:00Z",
            "deregister  available     refused: OperationNotPermitted",
            "(a day passes)",
            "deregister  deregistered  was available",
            "its instance is still running, and its copy is available");
  }

  @Test
  void everything_it_prints_fits_into_80_columns() {
    String all = printed(out -> ImageLife.printImages(answer, out))
        + printed(out -> ImageLife.printNewest(answer, out))
        + printed(ImageLife::live);
    assertThat(all.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  private static String printed(Consumer<PrintStream> program) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    program.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
