package dev.amikit.query;

import static dev.amikit.query.Samples.CREATED;
import static dev.amikit.query.Samples.OTHER;
import static dev.amikit.query.Samples.OWNER;
import static dev.amikit.query.Samples.THIRD;
import static dev.amikit.query.Samples.ami;
import static dev.amikit.query.Samples.ids;
import static dev.amikit.query.Samples.image;
import static dev.amikit.query.Samples.other;
import static dev.amikit.query.Samples.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.amikit.filter.Filter;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageType;
import dev.amikit.page.Page;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.visibility.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageQueryTest {
  private static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5");
  private static final OrganizationalUnitArn UNIT = OrganizationalUnitArn.of(
      "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56");

  private static Ami sharedWith(int number, LaunchPermission... permissions) {
    return image(number).launchPermissions(ImmutableSet.copyOf(permissions)).build();
  }

  private static List<String> found(ImageQuery.Builder query, List<Ami> images, Viewer viewer) {
    return ids(query.build().answer(images, viewer));
  }

  private static ImageQuery.Builder query() {
    return ImageQuery.builder();
  }

  private static List<String> codes(ImageQuery.Builder query) {
    return catchThrowableOfType(RuleViolationException.class, query::build).violations().stream()
        .map(violation -> violation.rule().errorCode().toString())
        .toList();
  }

  @Test
  @Rules("QRY-01")
  void all_members_narrow() {
    List<Ami> images = List.of(
        sharedWith(1, LaunchPermission.everyone()),
        sharedWith(2, LaunchPermission.everyone()),
        ami(3),
        sharedWith(4, LaunchPermission.everyone()).toBuilder().ownerId(OTHER).build());
    ImageQuery.Builder query = query()
        .imageIds("ami-00000001", "ami-00000003", "ami-00000004")
        .owners("self")
        .executableUsers("all");
    assertThat(found(query, images, owner())).containsExactly("ami-00000001");
    assertThat(found(query.filter("name", "golden-2"), images, owner())).isEmpty();
  }

  @Test
  @Rules({"QRY-02", "QRY-05", "COM-02", "ERR-01"})
  void of_malformed_ids_the_first_is_named_before_any_is_looked_for() {
    RuleViolationException refused = catchThrowableOfType(
        RuleViolationException.class,
        () -> query().imageIds("ami-00000009", "ami-xyz", "nonsense").build());
    assertThat(refused.violations()).singleElement().satisfies(violation -> {
      assertThat(violation.rule().errorCode()).isEqualTo(ErrorCode.INVALID_AMI_ID_MALFORMED);
      assertThat(violation.found()).isEqualTo("ami-xyz");
      assertThat(violation.path()).isEqualTo("imageIds[1]"); // DEC-135: the very member
    });
  }

  @Test
  @Rules({"QRY-03", "QRY-04"})
  void unknown_ids_fail_the_whole_call_and_hidden_ones_are_left_out() {
    List<Ami> images = List.of(ami(1), sharedWith(2, LaunchPermission.userId(OTHER)));
    assertThat(found(query().imageIds("ami-00000001", "ami-00000002"), images, other()))
        .containsExactly("ami-00000002");
    assertThat(found(query().imageIds("ami-00000001"), images, other())).isEmpty();

    RefusedException one = catchThrowableOfType(
        RefusedException.class,
        () -> found(query().imageIds("ami-00000002", "ami-00000008"), images, other()));
    assertThat(one.errorCode()).isEqualTo(ErrorCode.INVALID_AMI_ID_NOT_FOUND);
    assertThat(one.refusal().message()).isEqualTo("The image id '[ami-00000008]' does not exist");

    RefusedException two = catchThrowableOfType(
        RefusedException.class,
        () -> found(
            query().imageIds("ami-00000009", "ami-00000002", "ami-00000008"), images, other()));
    assertThat(two.refusal().message())
        .isEqualTo("The image ids '[ami-00000009, ami-00000008]' do not exist");
    assertThat(two.refusal().violations()).hasSize(2);
  }

  @Test
  @Rules("QRY-06")
  void a_thousand_ids_are_the_most() {
    String[] ids = IntStream.range(0, 1001).mapToObj("ami-%08x"::formatted).toArray(String[]::new);
    assertThat(query().imageIds(Arrays.copyOf(ids, 1000)).build().imageIds()).hasSize(1000);
    assertThat(codes(query().imageIds(ids))).containsExactly("InvalidParameterValue");
  }

  @Test
  @Rules({"TAG-04", "NAME-07"})
  void a_filter_has_only_characters_that_can_be_told() {
    RuleViolationException refused = catchThrowableOfType(
        RuleViolationException.class,
        () -> query().filter(Filter.of("tag:\0", "a", "\uFFFF")).build());

    assertThat(refused.violations())
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("filters[0].name", "filters[0].values[1]");
  }

  @Test
  @Rules("QRY-07")
  void empty_lists_narrow_nothing() {
    ImageQuery.Builder query =
        query().imageIds(List.of()).owners(List.of()).executableUsers(List.of()).filters(List.of());
    assertThat(found(query, List.of(ami(1)), owner())).hasSize(1);
  }

  @Test
  @Rules({"QRY-08", "QRY-09", "QRY-10"})
  void owners_are_accounts_self_and_aliases_and_never_widen() {
    Ami own = ami(1);
    Ami amazon = sharedWith(2, LaunchPermission.everyone()).toBuilder()
        .ownerId(OTHER)
        .imageOwnerAlias(OwnerAlias.AMAZON)
        .build();
    Ami hidden = ami(3).toBuilder().ownerId(THIRD).build();
    Ami seller = sharedWith(4, LaunchPermission.everyone()).toBuilder()
        .ownerId(THIRD)
        .imageOwnerAlias(OwnerAlias.AWS_MARKETPLACE)
        .build();
    Ami vault = sharedWith(5, LaunchPermission.everyone()).toBuilder()
        .ownerId(THIRD)
        .imageOwnerAlias(OwnerAlias.AWS_BACKUP_VAULT)
        .build();
    List<Ami> images = List.of(own, amazon, hidden, seller, vault);
    assertThat(found(query().owners("self"), images, owner())).containsExactly("ami-00000001");
    assertThat(found(query().owners("amazon"), images, owner())).containsExactly("ami-00000002");
    assertThat(found(query().owners("aws-marketplace"), images, owner()))
        .containsExactly("ami-00000004");
    assertThat(found(query().owners("aws-backup-vault"), images, owner()))
        .containsExactly("ami-00000005");
    assertThat(found(query().owners("self", OTHER.value()), images, owner()))
        .containsExactly("ami-00000001", "ami-00000002");
    assertThat(found(query().owners(THIRD.value()), List.of(hidden), owner())).isEmpty();
    assertThat(found(query().owners("000000000000"), images, owner())).isEmpty();
  }

  @Test
  @Rules("QRY-08")
  void self_is_whoever_asks_even_where_an_old_answer_calls_another_owner_so() {
    Ami others = sharedWith(1, LaunchPermission.everyone()).toBuilder()
        .ownerId(OTHER)
        .imageOwnerAlias(OwnerAlias.of("self"))
        .build();
    assertThat(found(query().owners("self"), List.of(others), owner())).isEmpty();
    assertThat(found(query().owners("self"), List.of(others), other()))
        .containsExactly("ami-00000001");
  }

  @Test
  @Rules({"QRY-08", "QRY-10", "QRY-11", "ERR-37", "ID-13"})
  void other_owners_and_users_are_malformed() {
    for (String owner : List.of("microsoft", "all", "Self", "11112222333", "", "none")) {
      assertThat(codes(query().owners(owner))).containsExactly("InvalidUserID.Malformed");
    }
    for (String user : List.of("amazon", "everyone", "1111-2222-3333")) {
      assertThat(codes(query().executableUsers(user))).containsExactly("InvalidUserID.Malformed");
    }
  }

  @Test
  @Rules({"QRY-11", "QRY-12", "DEC-168"})
  void executable_by_self_is_not_merely_public_and_owned_only_with_a_permission_of_ones_own() {
    List<Ami> images = List.of(
        sharedWith(1, LaunchPermission.userId(OTHER)),
        sharedWith(2, LaunchPermission.everyone()),
        sharedWith(3, LaunchPermission.organization(ORGANIZATION)),
        sharedWith(4, LaunchPermission.userId(OTHER)).toBuilder().ownerId(OTHER).build(),
        sharedWith(5, LaunchPermission.userId(OTHER), LaunchPermission.everyone()),
        sharedWith(6, LaunchPermission.organization(ORGANIZATION)).toBuilder()
            .ownerId(OTHER)
            .build(),
        sharedWith(7).toBuilder().ownerId(OTHER).build(),
        sharedWith(8, LaunchPermission.organizationalUnit(UNIT)));
    Viewer member = other().in(OrganizationPath.of(ORGANIZATION, UNIT));
    for (String self : List.of("self", OTHER.value())) {
      // Before DEC-168 no image of one's own was found.
      assertThat(found(query().executableUsers(self), images, member))
          .containsExactly(
              "ami-00000001", "ami-00000003", "ami-00000004", "ami-00000005", "ami-00000008");
    }
    assertThat(found(query().executableUsers("self", "all"), images, member))
        .containsExactly(
            "ami-00000001",
            "ami-00000002",
            "ami-00000003",
            "ami-00000004",
            "ami-00000005",
            "ami-00000008");
  }

  @Test
  @Rules({"QRY-13", "QRY-14"})
  void executable_by_another_account_finds_own_images_shared_with_it_directly() {
    List<Ami> images = List.of(
        sharedWith(1, LaunchPermission.userId(OTHER)),
        sharedWith(2, LaunchPermission.organization(ORGANIZATION)),
        sharedWith(3, LaunchPermission.userId(OTHER), LaunchPermission.userId(OWNER)).toBuilder()
            .ownerId(THIRD)
            .build());
    assertThat(found(query().executableUsers(OTHER.value()), images, owner()))
        .containsExactly("ami-00000001");
  }

  @Test
  @Rules("QRY-15")
  void executable_by_all_is_every_public_image() {
    List<Ami> images = List.of(
        sharedWith(1, LaunchPermission.everyone()),
        sharedWith(2, LaunchPermission.everyone()).toBuilder().ownerId(OTHER).build(),
        ami(3));
    assertThat(found(query().executableUsers("all"), images, owner()))
        .containsExactly("ami-00000001", "ami-00000002");
  }

  @Test
  @Rules("ACCT-06")
  void kernels_and_ram_disks_are_asked_for_like_machine_images() {
    Ami kernel = bare("aki-1a2b3c4d", ImageType.KERNEL);
    Ami ramdisk = bare("ari-0123456789abcdef0", ImageType.RAMDISK);
    List<Ami> images = List.of(ami(1), kernel, ramdisk);
    assertThat(found(query().imageIds("aki-1a2b3c4d", "ari-0123456789abcdef0"), images, owner()))
        .containsExactly("aki-1a2b3c4d", "ari-0123456789abcdef0");
    assertThat(found(query(), images, owner())).hasSize(3);
  }

  private static Ami bare(String id, ImageType type) {
    return Ami.builder()
        .imageId(id)
        .imageType(type)
        .ownerId(ami(1).ownerId())
        .state(AmiState.AVAILABLE)
        .architecture(Architecture.X86_64)
        .build();
  }

  @Test
  @Rules({"QRY-16", "COM-20"})
  void flags_are_off_by_default() {
    assertThat(query().build().includeDeprecated()).isFalse();
    assertThat(query().build().includeDisabled()).isFalse();
  }

  @Test
  @Rules({"QRY-18", "ERR-39"})
  void a_page_has_five_to_a_thousand_images() {
    for (int size : new int[] {-1, 0, 4, 1001}) {
      assertThat(codes(query().maxResults(size))).containsExactly("InvalidParameterValue");
    }
    assertThat(query().maxResults(5).build().maxResults()).hasValue(5);
    assertThat(query().maxResults(1000).build().maxResults()).hasValue(1000);
  }

  @Test
  @Rules("QRY-19")
  void a_page_size_and_ids_exclude_each_other() {
    assertThat(codes(query().imageIds("ami-00000001").maxResults(5)))
        .containsExactly("InvalidParameterCombination");
  }

  @Test
  @Rules("QRY-20")
  void without_page_size_there_is_one_list() {
    List<Ami> images = IntStream.range(0, 1500).mapToObj(Samples::ami).toList();
    Page<Ami> page = query().build().answer(images, owner()).orThrow();
    assertThat(page.items()).hasSize(1500);
    assertThat(page.nextToken()).isEmpty();
  }

  @Test
  void every_broken_rule_is_named_at_once() {
    assertThat(codes(query()
            .imageIds("ami-")
            .owners("nobody")
            .executableUsers("nobody")
            .maxResults(1)
            .filter("nope")
            .filter("state", "disabled")))
        .containsExactly(
            "InvalidAMIID.Malformed",
            "InvalidUserID.Malformed",
            "InvalidUserID.Malformed",
            "InvalidParameterValue",
            "InvalidParameterValue",
            "InvalidParameter");
  }

  @Test
  @Rules("ACCT-11")
  void images_come_in_the_order_of_their_ids() {
    List<Ami> images = List.of(
        ami(2),
        image(1).imageId("ami-00000001000000000").build(),
        ami(1),
        image(3).creationDate(CREATED.minusSeconds(1)).build());
    for (List<Ami> order : List.of(images, Lists.reverse(images))) {
      assertThat(found(query(), order, owner()))
          .containsExactly("ami-00000001", "ami-00000001000000000", "ami-00000002", "ami-00000003");
    }
  }

  @Test
  @Rules("QRY-24")
  void provenance_is_shown_as_it_is() {
    Ami copy = image(1)
        .sourceImageId(ImageId.of("ami-0000000d"))
        .sourceImageRegion(Region.of("eu-west-1"))
        .publicSsmParameterName("/aws/service/golden")
        .imageOwnerAlias(OwnerAlias.AMAZON)
        .isPublic(false)
        .build();
    Ami windows = image(2)
        .windows()
        .sourceInstanceId(InstanceId.of("i-0000000e"))
        .isPublic(false)
        .build();
    assertThat(query().build().answer(List.of(copy, windows), owner()).orThrow().items())
        .containsExactly(copy, windows);
    assertThat(copy.platform()).isEmpty();
  }
}
