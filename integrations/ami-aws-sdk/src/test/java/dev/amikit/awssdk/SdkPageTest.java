package dev.amikit.awssdk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import dev.amikit.jackson.AmiJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Prints which operations are answered as {@code docs/sdk.md}, and holds the page to it. */
class SdkPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "../../docs/sdk.md");

  /** The members of the flat forms of attributes, which are another spelling of others. */
  private static final ImmutableSet<String> FLAT = ImmutableSet.of(
      "GroupNames",
      "OperationType",
      "OrganizationArns",
      "OrganizationalUnitArns",
      "UserGroups",
      "UserIds",
      "Value");

  @Test
  void the_page_tells_which_operations_are_answered() throws IOException {
    if (System.getProperty("amikit.write-docs") != null) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "no page")
        .as("docs/sdk.md; to print it again: mvn -Damikit.write-docs -pl integrations/ami-aws-sdk"
            + " -am test -Dtest=SdkPageTest")
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder("""
        # EC2 over the AWS SDK and the query protocol

        These %d operations of EC2 are answered by the clients of `Ec2Clients` and by \
        `QueryProtocol`. Any other is answered as EC2 answers one that it does not have: \
        `InvalidAction`.
        Every operation takes `DryRun`. A parameter that is not supported is refused as \
        `UnsupportedOperation`, also where it stands in a structure; one without effect is taken, \
        and changes nothing. Parameters are named as the API reference names them.
        Retention rules are the Recycle Bin's own service: [rbin.md](rbin.md).
        This page is printed by the build; do not edit it.

        | operation | without effect | not supported |
        | --- | --- | --- |
        """.formatted(QueryProtocol.actions().size()));
    for (String action : QueryProtocol.actions()) {
      page.append("| %s | %s | %s |\n"
          .formatted(action, cell(QueryProtocol.withoutEffect(action)), cell(unsupported(action))));
    }
    return page.toString();
  }

  /** The members of the request that are not read. */
  private static Collection<String> unsupported(String action) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (String name : Actions.get(action).request().names()) {
      if (!name.equals("DryRun")
          && !FLAT.contains(name)
          && !QueryProtocol.withoutEffect(action).contains(name)) {
        all.put(name, "");
      }
    }
    return new TreeSet<>(AmiJson.requests().read(action, all).unknownMembers());
  }

  private static String cell(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(joining(", "));
  }
}
