package dev.amikit.awssdk.rbin;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSetMultimap;
import dev.amikit.jackson.AmiJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints which operations are answered as {@code docs/rbin.md}, and holds the page to it. */
class RecycleBinPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "../../docs/rbin.md");

  /** The members of the requests by the API reference. */
  private static final ImmutableSetMultimap<String, String> MEMBERS =
      ImmutableSetMultimap.<String, String>builder()
          .putAll(
              "CreateRule",
              "Description",
              "ExcludeResourceTags",
              "LockConfiguration",
              "ResourceTags",
              "ResourceType",
              "RetentionPeriod",
              "Tags")
          .putAll("GetRule", "Identifier")
          .putAll(
              "ListRules",
              "ExcludeResourceTags",
              "LockState",
              "MaxResults",
              "NextToken",
              "ResourceTags",
              "ResourceType")
          .putAll(
              "UpdateRule",
              "Description",
              "ExcludeResourceTags",
              "Identifier",
              "ResourceTags",
              "ResourceType",
              "RetentionPeriod")
          .putAll("DeleteRule", "Identifier")
          .putAll("LockRule", "Identifier", "LockConfiguration")
          .putAll("UnlockRule", "Identifier")
          .build();

  @Test
  void the_page_tells_which_operations_are_answered() throws IOException {
    if (System.getProperty("amikit.write-docs") != null) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "no page")
        .as("docs/rbin.md; to print it again: mvn -Damikit.write-docs"
            + " -pl integrations/ami-aws-sdk-rbin -am test -Dtest=RecycleBinPageTest")
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder("""
        # The Recycle Bin's own service

        These operations of the Recycle Bin are answered by `RecycleBinProtocol`, and through it by \
        the HTTP client of `RecycleBinHttp` and by the endpoint. What lies in the bin, EC2 tells: \
        [sdk.md](sdk.md).
        A parameter that is not supported is refused by a `ValidationException`. Retention rules have \
        no tags of their own: `ListTagsForResource` lists none, `UntagResource` removes none.
        This page is printed by the build; do not edit it.

        | operation | request | not supported |
        | --- | --- | --- |
        """);
    for (Route route : Route.ALL) {
      page.append("| %s | `%s /%s` | %s |\n"
          .formatted(
              route.operation(),
              route.method(),
              String.join("/", route.path()),
              unsupported(route.operation()).stream()
                  .map(name -> "`" + name + "`")
                  .collect(joining(", "))));
    }
    return page.toString();
  }

  /** The members of the request that are not read. */
  private static List<String> unsupported(String operation) {
    if (!MEMBERS.containsKey(operation)) {
      return operation.equals("TagResource") ? List.of("Tags") : List.of();
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    MEMBERS.get(operation).forEach(name -> all.put(name, ""));
    return AmiJson.requests().read(operation, all).unknownMembers();
  }
}
