package dev.amikit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.operation.Operation;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Prints EC2's operations on images and snapshots as {@code docs/operations.md}: which there are,
 * and by which rules they refuse, which is found in the code. The module for the AWS SDK holds the
 * page to what EC2 has, and to what its clients answer.
 */
class OperationsPageTest {
  private static final Path PAGE = Path.of(
      System.getProperty("basedir", System.getProperty("user.dir")), "..", "docs", "operations.md");

  private static final String FPGA = "an FPGA image is no machine image";
  private static final String IMPORT_EXPORT =
      "images and snapshots that come from disks outside, or go there, are conversions of files,"
          + " which there are none of";
  private static final String FAST_RESTORE =
      "how fast a volume is filled from a snapshot shows in no image and no snapshot";
  private static final String VOLUMES = "volumes are modelled as far as images need them";
  private static final String BUNDLES =
      "images of bundled instances are registered by their manifest; bundling itself is retired";

  /** The operations that there are not, and why. */
  private static final ImmutableMap<String, String> OUTSIDE = ImmutableMap.<String, String>builder()
      .put("CopyFpgaImage", FPGA)
      .put("CreateFpgaImage", FPGA)
      .put("DeleteFpgaImage", FPGA)
      .put("DescribeFpgaImageAttribute", FPGA)
      .put("DescribeFpgaImages", FPGA)
      .put("ModifyFpgaImageAttribute", FPGA)
      .put("ResetFpgaImageAttribute", FPGA)
      .put("ImportImage", IMPORT_EXPORT)
      .put("ImportSnapshot", IMPORT_EXPORT)
      .put("ExportImage", IMPORT_EXPORT)
      .put("DescribeImportImageTasks", IMPORT_EXPORT)
      .put("DescribeImportSnapshotTasks", IMPORT_EXPORT)
      .put("DescribeExportImageTasks", IMPORT_EXPORT)
      .put("EnableFastSnapshotRestores", FAST_RESTORE)
      .put("DisableFastSnapshotRestores", FAST_RESTORE)
      .put("DescribeFastSnapshotRestores", FAST_RESTORE)
      .put("ListVolumesInRecycleBin", VOLUMES)
      .put("RestoreVolumeFromRecycleBin", VOLUMES)
      .put("BundleInstance", BUNDLES)
      .put("CancelBundleTask", BUNDLES)
      .put("DescribeBundleTasks", BUNDLES)
      .put(
          "ConfirmProductInstance",
          "who owns the product of an instance is a matter of AWS Marketplace")
      .put(
          "ReplaceImageInstanceTypeSpecification",
          "which instance types an image is for is not told by DescribeImages")
      .put(
          "GetImageFindings",
          "what was found in an image is told by a scan of its data, which there is none of")
      .buildOrThrow();

  private static final Map<String, JavaClass> OPERATIONS = operations();

  private static Map<String, JavaClass> operations() {
    Map<String, JavaClass> operations = new TreeMap<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.amikit")
            .stream()
            .filter(type -> type.isAssignableTo(Operation.class) && !type.isInterface())
            .filter(type -> !type.getSimpleName().startsWith("Immutable"))
            .filter(type -> type.getPackageName().startsWith("dev.amikit.registry."))
            .filter(JavaClass::isTopLevelClass)
            .forEach(type -> operations.put(type.getSimpleName(), type));
    return operations;
  }

  @Test
  void nothing_is_both_there_and_not() {
    assertThat(Sets.intersection(OPERATIONS.keySet(), OUTSIDE.keySet())).isEmpty();
  }

  @Test
  void the_page_tells_which_operations_there_are() throws IOException {
    if (System.getProperty("amikit.write-docs") != null) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "no page")
        .as("docs/operations.md; to print it again: mvn -Damikit.write-docs -pl ami-core test"
            + " -Dtest=OperationsPageTest")
        .isEqualTo(page());
  }

  private static String page() {
    Map<String, ImmutableList<Rule>> rules = new TreeMap<>();
    OPERATIONS.forEach((name, type) -> rules.put(name, ReachableRules.from(type)));
    StringBuilder page = new StringBuilder("""
        # Operations

        EC2's operations on images and snapshots, those of the Recycle Bin, and the others that the \
        registry has: %d are there, %d are not, for the reason that is given. `SDK` tells which are \
        answered by the clients of the AWS SDK for EC2; the Recycle Bin has a service of its own, of \
        which [rbin.md](rbin.md) tells.
        Below stands by which rules each operation refuses, with code and text, but for those of the \
        values in its request, such as the form of an ID; [rules.md](rules.md) has all, and \
        [messages.md](messages.md) the evidence of each text.
        Outside stay as well: places other than a Region (a request for an Outpost or a zone is \
        refused as `UnsupportedOperation`), since an image is made for a Region; the blocks of a \
        snapshot, of which it has only the size; and the permissions of IAM, since every account \
        may do here what EC2 lets it do.
        This page is printed from the code by the build; do not edit it.

        | operation | there | SDK | rules |
        | --- | --- | --- | ---: |
        """.formatted(OPERATIONS.size(), OUTSIDE.size()));
    for (String name : new TreeSet<>(Sets.union(OUTSIDE.keySet(), OPERATIONS.keySet()))) {
      page.append(
          OPERATIONS.containsKey(name)
              ? "| [%s](#%s) | yes | %s | %d |\n"
                  .formatted(
                      name,
                      name.toLowerCase(Locale.ROOT),
                      isOfRecycleBin(name) ? "" : "yes",
                      rules.get(name).size())
              : "| %s | no: %s |  |  |\n".formatted(name, OUTSIDE.get(name)));
    }
    rules.forEach((name, ofOne) -> page.append(section(name, ofOne)));
    return page.toString();
  }

  /** Whether an operation is one of the service that keeps retention rules. */
  private static boolean isOfRecycleBin(String name) {
    return Arrays.stream(RecycleBin.class.getMethods())
        .map(Method::getName)
        .anyMatch(method -> method.equalsIgnoreCase(name));
  }

  private static String section(String name, ImmutableList<Rule> rules) {
    return "\n## %s\n\n%s"
        .formatted(
            name,
            rules.isEmpty()
                ? "Refuses nothing.\n"
                : "| rule | code | text |\n| --- | --- | --- |\n"
                    + rules.stream().map(OperationsPageTest::row).collect(joining()));
  }

  private static String row(Rule rule) {
    return "| `%s` | `%s` | %s |\n"
        .formatted(
            rule.id(),
            rule.errorCode(),
            rule.messages().stream()
                .map(MessageTemplate::text)
                .map(text -> "`" + text.replace("|", "\\|") + "`")
                .collect(joining("<br>")));
  }
}
