package dev.amikit.id;

import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskSubjectTest {
  private static final String IMAGE = "ami-0123456789abcdef0";

  @Test
  void a_text_names_an_object_by_a_slash_fast_launch_by_a_colon_and_else_a_resource() {
    assertThat(TaskSubject.parse("bucket/a/key:b")).isEqualTo(new S3ObjectId("bucket", "a/key:b"));
    assertThat(TaskSubject.parse("111122223333:" + IMAGE))
        .isEqualTo(new FastLaunchId(AccountId.of("111122223333"), ImageId.of(IMAGE)));
    assertThat(TaskSubject.parse(IMAGE)).isEqualTo(ImageId.of(IMAGE));
  }

  @Test
  void a_part_that_is_missing_is_refused_by_its_own_rule() {
    assertRefused(() -> TaskSubject.parse("/key"), "s3-object.bucket");
    assertRefused(() -> S3ObjectId.parse("/key"), "s3-object.bucket");
    assertRefused(() -> S3ObjectId.parse("bucket"), "s3-object.key");
    assertRefused(() -> TaskSubject.parse("bucket/"), "s3-object.key");
    assertRefused(() -> TaskSubject.parse(":" + IMAGE), "account-id.format");
    assertRefused(() -> FastLaunchId.parse(":" + IMAGE), "account-id.format");
    assertRefused(() -> FastLaunchId.parse(IMAGE), "account-id.format");
  }

  @Test
  @Rules({"STORE-06", "STORE-19"})
  void a_key_has_1024_bytes_at_most_whatever_its_characters() {
    String longest = "é".repeat(512);
    assertThat(new S3ObjectId("bucket", longest).key()).isEqualTo(longest);
    assertRefused(() -> new S3ObjectId("bucket", longest + "e"), "s3-object.key");
  }

  @Test
  void each_kind_is_in_the_order_of_its_parts() {
    assertInOrder(List.of(
        new S3ObjectId("aaa", "b"),
        new S3ObjectId("aaa", "c"),
        new S3ObjectId("aaa.b", "a"),
        new S3ObjectId("bbb", "a")));
    assertInOrder(List.of(
        FastLaunchId.parse("111122223333:ami-00000001"),
        FastLaunchId.parse("444455556666:ami-00000001"),
        FastLaunchId.parse("111122223333:ami-00000002")));
    assertInOrder(
        List.of(ImageUsageReportId.of("amiur-00000001"), ImageUsageReportId.of("amiur-00000002")));
  }

  private static <T extends Comparable<T>> void assertInOrder(List<T> values) {
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        assertThat(Integer.signum(values.get(i).compareTo(values.get(j))))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }
}
