package dev.amikit.awssdk;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;

/** Holds {@code docs/operations.md} to what EC2 has, and to what is answered here. */
class OperationsPageTest {
  private static final Path PAGE = Path.of(
      System.getProperty("basedir", System.getProperty("user.dir")), "../../docs/operations.md");

  private static final Pattern CONCERNED = Pattern.compile(
      ".*(Image|Snapshot|FastLaunch|RecycleBin|EbsDefault|EbsEncryptionByDefault|ProductInstance"
          + "|BundleInstance|BundleTask).*");

  private static final Pattern ROW =
      Pattern.compile("\\| \\[?(\\w+)\\S* \\| (yes|no: .+) \\| (yes)? ?\\| .*");

  private static Set<String> operations(Pattern row) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .map(row::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** The operations of the SDK that concern images or snapshots. */
  private static Set<String> ofEc2() {
    return Arrays.stream(Ec2Client.class.getMethods())
        .filter(method -> method.getParameterCount() == 1)
        .map(Method::getParameterTypes)
        .filter(types -> Ec2Request.class.isAssignableFrom(types[0]))
        .map(types -> types[0].getSimpleName().replaceFirst("Request$", ""))
        .filter(name -> CONCERNED.matcher(name).matches())
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void the_page_has_every_operation_of_ec2_on_images_and_snapshots() throws IOException {
    assertThat(operations(ROW)).containsAll(ofEc2());
  }

  @Test
  void the_page_tells_what_is_answered_through_the_sdk() throws IOException {
    Pattern answered = Pattern.compile("\\| \\[(\\w+)\\S* \\| yes \\| yes \\| .*");
    assertThat(operations(answered)).isEqualTo(new TreeSet<>(QueryProtocol.actions()));
  }

  @Test
  void the_page_gives_a_reason_for_no_operation_that_ec2_does_not_have() throws IOException {
    Pattern outside = Pattern.compile("\\| (\\w+) \\| no: .*");
    assertThat(Sets.difference(operations(outside), ofEc2())).isEmpty();
  }
}
