package dev.amikit.registry;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.TO_ORGANIZATION;
import static dev.amikit.registry.TestImages.TO_UNIT;
import static dev.amikit.registry.TestImages.UNIT;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageName;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what with an image: each row a viewer and an image, each column a call, each cell a
 * test. A cell says {@code yes}, {@code no} for an answer without the image, or EC2's error code,
 * the beginning of {@code InvalidAMIID} left out.
 */
class PermissionMatrixTest {
  /**
   * The columns {@code copy} and {@code copy*} differ in whether the snapshots are readable to
   * everyone, {@code store} and {@code store*} in whether they are shared with the other accounts.
   */
  private static final String MATRIX = """
             | listed by-ID      launch        copy            copy*
      MTX-01 | yes    yes        .Unavailable  .Unavailable    .Unavailable
      MTX-02 | yes    yes        yes           yes             yes
      MTX-03 | yes    yes        yes           yes             yes
      MTX-04 | no     yes        .Unavailable  yes             yes
      MTX-05 | yes    yes        .Unavailable  .Unavailable    .Unavailable
      MTX-06 | no     no         .Unavailable  .Unavailable    .Unavailable
      MTX-07 | no     no         .Unavailable  .Unavailable    .Unavailable
      MTX-08 | yes    yes        yes           InvalidRequest  yes
      MTX-09 | no     yes        yes           InvalidRequest  yes
      MTX-10 | yes    yes        yes           InvalidRequest  yes
      MTX-11 | no     yes        yes           InvalidRequest  yes
      MTX-12 | yes    yes        yes           InvalidRequest  yes
      MTX-13 | no     yes        yes           InvalidRequest  yes
      MTX-14 | no     no         AuthFailure   .NotFound       .NotFound
      MTX-15 | no     no         AuthFailure   .NotFound       .NotFound
      MTX-16 | no     no         AuthFailure   .NotFound       .NotFound
      MTX-17 | no     no         .NotFound     .NotFound       .NotFound
      MTX-18 | yes    yes        yes           InvalidRequest  yes
      MTX-19 | no     .NotFound  .NotFound     .NotFound       .NotFound

             | grant        describe     deprecate    disable      enable       protect
      MTX-01 | .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable
      MTX-02 | yes          yes          yes          yes          yes          yes
      MTX-03 | yes          yes          yes          yes          yes          yes
      MTX-04 | .Unavailable .Unavailable yes          yes          yes          yes
      MTX-05 | .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable
      MTX-06 | .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable
      MTX-07 | .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable .Unavailable
      MTX-08 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-09 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-10 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-11 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-12 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-13 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-14 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-15 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-16 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-17 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-18 | AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure  AuthFailure
      MTX-19 | .NotFound    .NotFound    .NotFound    .NotFound    .NotFound    .NotFound

             | cancel     tag          ancestry     deregister
      MTX-01 | .NotFound  yes          yes          yes
      MTX-02 | .NotFound  yes          yes          yes
      MTX-03 | .NotFound  yes          yes          yes
      MTX-04 | .NotFound  yes          yes          yes
      MTX-05 | .NotFound  yes          yes          yes
      MTX-06 | .NotFound  .Unavailable .Unavailable .Unavailable
      MTX-07 | .NotFound  yes          .Unavailable .Unavailable
      MTX-08 | yes        yes          yes          AuthFailure
      MTX-09 | yes        yes          yes          AuthFailure
      MTX-10 | .NotFound  yes          yes          AuthFailure
      MTX-11 | .NotFound  yes          yes          AuthFailure
      MTX-12 | .NotFound  yes          yes          AuthFailure
      MTX-13 | .NotFound  yes          yes          AuthFailure
      MTX-14 | .NotFound  .NotFound    .NotFound    AuthFailure
      MTX-15 | .NotFound  .NotFound    .NotFound    AuthFailure
      MTX-16 | .NotFound  .NotFound    .NotFound    AuthFailure
      MTX-17 | yes        .NotFound    .NotFound    AuthFailure
      MTX-18 | yes        yes          yes          AuthFailure
      MTX-19 | .NotFound  .NotFound    .NotFound    .NotFound

             | store        store*
      MTX-01 | .Unavailable .Unavailable
      MTX-02 | yes          yes
      MTX-03 | yes          yes
      MTX-04 | .Unavailable .Unavailable
      MTX-05 | .Unavailable .Unavailable
      MTX-06 | .Unavailable .Unavailable
      MTX-07 | .Unavailable .Unavailable
      MTX-08 | AuthFailure  yes
      MTX-09 | AuthFailure  yes
      MTX-10 | AuthFailure  AuthFailure
      MTX-11 | AuthFailure  AuthFailure
      MTX-12 | AuthFailure  AuthFailure
      MTX-13 | AuthFailure  AuthFailure
      MTX-14 | .NotFound    .NotFound
      MTX-15 | .NotFound    .NotFound
      MTX-16 | .NotFound    .NotFound
      MTX-17 | .NotFound    .NotFound
      MTX-18 | AuthFailure  yes
      MTX-19 | .NotFound    .NotFound
      """;

  private static final ImmutableMap<String, BiConsumer<Ec2, ImageId>> CALLS =
      ImmutableMap.<String, BiConsumer<Ec2, ImageId>>builder()
          .put(
              "launch",
              (ec2, id) -> ec2.runInstances(
                  RunInstances.builder().imageId(id).instanceType("t3.micro").build()))
          .put("copy", PermissionMatrixTest::copy)
          .put("copy*", PermissionMatrixTest::copy)
          .put("grant", (ec2, id) -> ec2.modifyImageAttribute(id, grant(TO_UNIT)))
          .put(
              "describe",
              (ec2, id) -> ec2.modifyImageAttribute(
                  ModifyImageAttribute.builder().imageId(id).description("x").build()))
          .put(
              "deprecate",
              (ec2, id) -> ec2.enableImageDeprecation(id, START.plus(Duration.ofDays(30))))
          .put("disable", Ec2::disableImage)
          .put("enable", Ec2::enableImage)
          .put("protect", (ec2, id) -> ec2.enableImageDeregistrationProtection(id, true))
          .put("cancel", Ec2::cancelImageLaunchPermission)
          .put("tag", (ec2, id) -> ec2.createTags(Tags.of("a", "b"), id))
          .put("ancestry", Ec2::getImageAncestry)
          .put("deregister", (ec2, id) -> ec2.deregisterImage(id))
          .put("store", PermissionMatrixTest::store)
          .put("store*", PermissionMatrixTest::store)
          .buildOrThrow();

  private final TestRegistry registry = new TestRegistry();
  private final SnapshotId snapshot = registry.snapshot();

  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    List<String> columns = List.of();
    for (String line : Splitter.on('\n').omitEmptyStrings().split(MATRIX)) {
      List<String> halves = Splitter.on('|').trimResults().splitToList(line);
      List<String> words =
          Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(halves.get(1));
      if (halves.get(0).isEmpty()) {
        columns = words;
      } else {
        assertThat(words).hasSameSizeAs(columns);
        for (int i = 0; i < words.size(); i++) {
          cells.add(Arguments.of(halves.get(0), columns.get(i), words.get(i)));
        }
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("cells")
  @Rules({
    "MTX-01",
    "MTX-02",
    "MTX-03",
    "MTX-04",
    "MTX-05",
    "MTX-06",
    "MTX-07",
    "MTX-08",
    "MTX-09",
    "MTX-10",
    "MTX-11",
    "MTX-12",
    "MTX-13",
    "MTX-14",
    "MTX-15",
    "MTX-16",
    "MTX-17",
    "MTX-18",
    "MTX-19",
    "PERM-13",
    "MTX-33",
    "ALLOW-08",
    "DEC-23",
    "BIN-12",
    "COM-03",
    "COM-12",
    "DISABLE-09",
    "ERR-02",
    "ERR-03"
  })
  void every_cell_is_as_the_matrix_says(String row, String column, String expected) {
    Ec2 viewer = arrange(row);
    ImageId image = row.equals("MTX-19") ? UNKNOWN : id(1);
    switch (column) {
      case "copy*" -> shareSnapshot(CreateVolumePermission.everyone());
      case "store*" ->
        shareSnapshot(
            CreateVolumePermission.userId(FRIEND), CreateVolumePermission.userId(STRANGER));
      default -> {}
    }
    assertThat(outcome(viewer, image, column))
        .isEqualTo(expected.startsWith(".") ? "InvalidAMIID" + expected : expected);
  }

  /** Puts in the image of a row, and returns EC2 as the viewer of the row sees it. */
  private Ec2 arrange(String row) {
    switch (row) {
      case "MTX-01" -> put(AmiState.PENDING);
      case "MTX-02" -> put(AmiState.AVAILABLE);
      case "MTX-03" -> registry.put(image(1, snapshot).deprecationTime(START).build());
      case "MTX-04", "MTX-14" -> {
        put(AmiState.AVAILABLE, TO_FRIEND);
        registry.owner().disableImage(id(1));
      }
      case "MTX-05" -> put(AmiState.FAILED);
      case "MTX-06", "MTX-15" -> {
        put(AmiState.AVAILABLE, TO_FRIEND);
        registry.owner().deregisterImage(id(1));
      }
      case "MTX-07" -> registry.put(binned(1, TO_FRIEND));
      case "MTX-08", "MTX-17", "MTX-18" -> put(AmiState.AVAILABLE, TO_FRIEND);
      case "MTX-09" -> putDeprecated(TO_FRIEND);
      case "MTX-10" -> put(AmiState.AVAILABLE, TO_ORGANIZATION, TO_UNIT);
      case "MTX-11" -> putDeprecated(TO_ORGANIZATION, TO_UNIT);
      case "MTX-12" -> put(AmiState.AVAILABLE, EVERYONE);
      case "MTX-13" -> putDeprecated(EVERYONE);
      case "MTX-16" -> put(AmiState.AVAILABLE, TO_FRIEND);
      case "MTX-19" -> {}
      default -> throw new AssertionError(row);
    }
    return viewer(row);
  }

  private Ec2 viewer(String row) {
    switch (row) {
      case "MTX-10", "MTX-11" -> {
        registry.registry.aws().joinOrganization(FRIEND, OrganizationPath.of(ORGANIZATION, UNIT));
        return registry.as(FRIEND);
      }
      case "MTX-17" -> {
        return allowing(AllowedImagesSettings.State.ENABLED);
      }
      case "MTX-18" -> {
        return allowing(AllowedImagesSettings.State.AUDIT_MODE);
      }
      case "MTX-08", "MTX-09", "MTX-14", "MTX-15" -> {
        return registry.as(FRIEND);
      }
      case "MTX-12", "MTX-13", "MTX-16" -> {
        return registry.as(STRANGER);
      }
      default -> {
        return registry.as(OWNER);
      }
    }
  }

  private Ec2 allowing(AllowedImagesSettings.State state) {
    registry.as(FRIEND).enableAllowedImagesSettings(state);
    return registry.as(FRIEND);
  }

  private void put(AmiState state, LaunchPermission... permissions) {
    registry.put(
        image(1, snapshot).state(state).launchPermissions(List.of(permissions)).build());
  }

  private void putDeprecated(LaunchPermission... permissions) {
    registry.put(image(1, snapshot)
        .deprecationTime(START)
        .launchPermissions(List.of(permissions))
        .build());
  }

  private void shareSnapshot(CreateVolumePermission... permissions) {
    Snapshot stored = registry.registry.state().snapshot(HERE, snapshot).orElseThrow();
    registry.put(
        stored.toBuilder().createVolumePermissions(List.of(permissions)).build());
  }

  private static String outcome(Ec2 viewer, ImageId image, String column) {
    try {
      return switch (column) {
        case "listed" -> found(viewer, ImageQuery.builder().build());
        case "by-ID" -> found(viewer, ImageQuery.builder().addImageId(image).build());
        default -> {
          requireNonNull(CALLS.get(column)).accept(viewer, image);
          yield "yes";
        }
      };
    } catch (RefusedException e) {
      return e.errorCode().toString();
    }
  }

  private static String found(Ec2 viewer, ImageQuery query) {
    return viewer.describeImages(query).items().stream().map(Ami::imageId).anyMatch(id(1)::equals)
        ? "yes"
        : "no";
  }

  private static void store(Ec2 ec2, ImageId image) {
    ec2.createStoreImageTask(image, "bucket");
  }

  private static void copy(Ec2 ec2, ImageId image) {
    ec2.copyImage(CopyImage.builder()
        .sourceRegion(HERE)
        .sourceImageId(image)
        .name(ImageName.of("copy"))
        .build());
  }
}
