package dev.amikit.query;

import static dev.amikit.query.Samples.NOW;
import static dev.amikit.query.Samples.OTHER;
import static dev.amikit.query.Samples.OWNER;
import static dev.amikit.query.Samples.THIRD;
import static dev.amikit.query.Samples.image;
import static dev.amikit.query.Samples.other;
import static dev.amikit.query.Samples.owner;
import static dev.amikit.query.Samples.snapshot;
import static dev.amikit.query.Samples.snapshotIds;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.page.Page;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotQueryTest {
  private static final CreateVolumePermission EVERYONE = CreateVolumePermission.everyone();
  private static final CreateVolumePermission TO_OTHER = CreateVolumePermission.userId(OTHER);

  private static final Snapshot FULL = snapshot(1)
      .description("backup")
      .encrypted(false)
      .ownerAlias(OwnerAlias.AMAZON)
      .progress(80)
      .storageTier(StorageTier.STANDARD)
      .transferType(TransferType.TIME_BASED)
      .volumeId(VolumeId.of("vol-0000000a"))
      .tags(Tags.of("env", "prod"))
      .build();

  private static SnapshotQuery.Builder query() {
    return SnapshotQuery.builder();
  }

  private static Snapshot sharedWith(int number, CreateVolumePermission... permissions) {
    return snapshot(number)
        .createVolumePermissions(ImmutableSet.copyOf(permissions))
        .build();
  }

  private static List<String> found(
      SnapshotQuery.Builder query, List<Snapshot> snapshots, Viewer viewer) {
    return snapshotIds(query.build().answer(snapshots, viewer));
  }

  private static List<String> codes(SnapshotQuery.Builder query) {
    return catchThrowableOfType(RuleViolationException.class, query::build).violations().stream()
        .map(violation -> violation.rule().errorCode().toString())
        .toList();
  }

  @ParameterizedTest(name = "{0} {1}={2} not {3}")
  @Rules({
    "SFLT-01", "SFLT-02", "SFLT-03", "SFLT-04", "SFLT-05", "SFLT-06", "SFLT-07", "SFLT-08",
    "SFLT-09", "SFLT-10", "SFLT-11", "SFLT-12", "SFLT-13", "SFLT-14"
  })
  @CsvSource(delimiter = '|', textBlock = """
      SFLT-01 | description   | back*                    | Backup
      SFLT-02 | encrypted     | false                    | true
      SFLT-03 | owner-alias   | amazon                   | self
      SFLT-04 | owner-id      | 111122223333             | 444455556666
      SFLT-05 | progress      | 80%                      | 80
      SFLT-06 | snapshot-id   | snap-00000001            | snap-00000002
      SFLT-07 | start-time    | 2024-03-01T10:20:30.000Z | 2024-03-02*
      SFLT-08 | status        | completed                | pending
      SFLT-09 | storage-tier  | standard                 | archive
      SFLT-10 | transfer-type | time-based               | standard
      SFLT-11 | tag:env       | prod                     | stage
      SFLT-12 | tag-key       | e*                       | prod
      SFLT-13 | volume-id     | vol-0000000a             | vol-0000000b
      SFLT-14 | volume-size   | 8                        | 08
      """)
  void each_filter_looks_at_its_attribute(String rule, String name, String matching, String other) {
    assertThat(rule).isNotEmpty();
    assertThat(found(query().filter(name, matching), List.of(FULL), owner())).hasSize(1);
    assertThat(found(query().filter(name, other), List.of(FULL), owner())).isEmpty();
  }

  @Test
  @Rules({"SFLT-11", "FLT-70"})
  void the_key_of_a_tag_filter_is_literal() {
    Snapshot tagged =
        snapshot(1).tags(Tags.of(Tag.of("env", "prod"), Tag.of("e*", ""))).build();
    assertThat(found(query().filter("tag:e*", ""), List.of(tagged), owner())).hasSize(1);
    for (String name : List.of("tag:e*", "tag:ENV", "tag:en?")) {
      assertThat(found(query().filter(name, "prod"), List.of(tagged), owner())).isEmpty();
    }
    assertThat(found(query().filter("tag:env", ""), List.of(tagged), owner())).isEmpty();
  }

  @Test
  @Rules("SFLT-02")
  void encrypted_and_unencrypted_snapshots_are_told_apart() {
    List<Snapshot> both =
        List.of(snapshot(1).build(), snapshot(2).encrypted(true).build());
    assertThat(found(query().filter("encrypted", "true"), both, owner()))
        .containsExactly("snap-00000002");
  }

  @Test
  @Rules("FLT-14")
  void an_absent_attribute_matches_no_value() {
    ImmutableSet<String> there = ImmutableSet.of(
        // DEC-156 and DEC-172: told of every snapshot
        "description",
        "storage-tier",
        "transfer-type",
        "owner-id",
        "snapshot-id",
        "start-time",
        "status",
        "volume-size");
    assertThat(SnapshotFilters.names()).hasSize(14);
    for (String name : SnapshotFilters.names()) {
      String full = name.equals("tag:") ? "tag:env" : name;
      assertThat(found(query().filter(full, "*"), List.of(snapshot(2).build()), owner()))
          .as(full)
          .hasSize(there.contains(full) ? 1 : 0);
    }
  }

  @Test
  @Rules({"FLT-04", "FLT-12", "DEC-150"})
  void filters_are_checked_as_those_of_images_are() {
    for (String name : List.of("state", "name", "tag:", "Status")) {
      assertThat(codes(query().filter(name, "x"))).containsExactly("InvalidParameterValue");
    }
    assertThat(codes(query().filter("status", "a".repeat(256))))
        .containsExactly("FilterLimitExceeded"); // DEC-150: was InvalidParameterValue
  }

  @Test
  @Rules("SQRY-01")
  void a_viewer_sees_own_shared_and_public_snapshots() {
    List<Snapshot> snapshots = List.of(
        snapshot(1).build(),
        sharedWith(2, TO_OTHER),
        sharedWith(3, EVERYONE),
        sharedWith(4, CreateVolumePermission.userId(THIRD)));
    assertThat(found(query(), snapshots, owner())).hasSize(4);
    assertThat(found(query(), snapshots, other()))
        .containsExactly("snap-00000002", "snap-00000003");
  }

  @Test
  @Rules("SQRY-03")
  void malformed_ids_are_refused() {
    assertThat(codes(query().snapshotIds("snap-xyz", "snap-")))
        .containsExactly("InvalidSnapshotID.Malformed");
    assertThat(codes(query().snapshotIds("ami-00000001"))).containsExactly("InvalidParameterValue");
  }

  @Test
  @Rules({"SQRY-04", "SQRY-05", "DEC-170", "MSG-006"}) // DEC-170: hidden ones were left out before
  void unknown_and_hidden_ids_fail_the_call_and_filters_leave_hidden_ones_out() {
    List<Snapshot> snapshots = List.of(snapshot(1).build(), sharedWith(2, TO_OTHER));
    assertSays(
        () -> found(query().snapshotIds("snap-00000001", "snap-00000002"), snapshots, other()),
        "InvalidSnapshot.NotFound",
        "The snapshot 'snap-00000001' does not exist.");
    assertThat(found(query().snapshotIds("snap-00000002"), snapshots, other()))
        .containsExactly("snap-00000002");
    assertThat(found(query().filter("snapshot-id", "snap-*"), snapshots, other()))
        .containsExactly("snap-00000002");
  }

  @Test
  @Rules("SQRY-06")
  void owners_are_accounts_self_and_amazon_and_never_widen() {
    List<Snapshot> snapshots = List.of(
        snapshot(1).build(),
        sharedWith(2, EVERYONE).toBuilder()
            .ownerId(OTHER)
            .ownerAlias(OwnerAlias.AMAZON)
            .build(),
        snapshot(3).ownerId(THIRD).build());
    assertThat(found(query().ownerIds("self"), snapshots, owner()))
        .containsExactly("snap-00000001");
    assertThat(found(query().ownerIds("amazon"), snapshots, owner()))
        .containsExactly("snap-00000002");
    assertThat(found(query().ownerIds("self", OTHER.value()), snapshots, owner()))
        .hasSize(2);
    assertThat(found(query().ownerIds(THIRD.value()), snapshots, owner())).isEmpty();
    assertThat(codes(query().ownerIds("aws-marketplace")))
        .containsExactly("InvalidUserID.Malformed");
  }

  @Test
  @Rules("SQRY-07")
  void restorable_by_self_is_owned_or_shared() {
    List<Snapshot> snapshots = List.of(
        snapshot(1).build(),
        sharedWith(2, TO_OTHER),
        sharedWith(3, EVERYONE),
        sharedWith(4, TO_OTHER).toBuilder().ownerId(THIRD).build(),
        snapshot(5).ownerId(OTHER).build());
    assertThat(found(query().restorableByUserIds("self"), snapshots, other()))
        .containsExactly("snap-00000002", "snap-00000004", "snap-00000005");
    assertThat(found(query().restorableByUserIds("all"), snapshots, other()))
        .containsExactly("snap-00000003");
    assertThat(found(query().restorableByUserIds(OTHER.value()), snapshots, owner()))
        .containsExactly("snap-00000002");
    Snapshot foreign =
        sharedWith(6, EVERYONE, TO_OTHER).toBuilder().ownerId(THIRD).build();
    assertThat(found(query(), List.of(foreign), owner())).hasSize(1);
    assertThat(found(query().restorableByUserIds(OTHER.value()), List.of(foreign), owner()))
        .as("an account's ID finds snapshots of the caller alone")
        .isEmpty();
    assertThat(codes(query().restorableByUserIds("amazon")))
        .containsExactly("InvalidUserID.Malformed");
  }

  @Test
  @Rules("SQRY-08")
  void a_page_has_five_snapshots_or_more_and_a_thousand_at_most() {
    for (int size : new int[] {-1, 0, 4}) {
      assertThat(codes(query().maxResults(size))).containsExactly("InvalidParameterValue");
    }
    assertThat(query().maxResults(5).build().maxResults()).hasValue(5);
    assertThat(codes(query().maxResults(5).snapshotIds("snap-00000001")))
        .containsExactly("InvalidParameterCombination");
    List<Snapshot> many =
        IntStream.range(0, 1001).mapToObj(i -> snapshot(i).build()).toList();
    Page<Snapshot> page = query().maxResults(5000).build().answer(many, owner()).orThrow();
    assertThat(page.items()).hasSize(1000);
    assertThat(
            query().build().next(page.nextToken().get()).answer(many, owner()).orThrow())
        .satisfies(rest -> assertThat(rest.items()).hasSize(1));
    assertThatThrownBy(() -> query()
            .filter("volume-size", "8")
            .build()
            .next(page.nextToken().get())
            .answer(many, owner())
            .orThrow())
        .as("a token of another query")
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.violations())
                .extracting(Violation::path)
                .containsExactly("nextToken"));
  }

  @Test
  @Rules("SQRY-09")
  void block_all_sharing_hides_public_snapshots_from_others() {
    Snapshot toEveryone = sharedWith(1, EVERYONE);
    Snapshot toBoth = sharedWith(2, EVERYONE, TO_OTHER);
    SnapshotSource blocking = new SnapshotSource() {
      @Override
      public Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer) {
        return List.of(toEveryone, toBoth);
      }

      @Override
      public ImmutableSet<SnapshotId> unknown(ImmutableSet<SnapshotId> ids, Viewer viewer) {
        return ImmutableSet.of();
      }

      @Override
      public boolean blocksAllSharing(AccountId owner) {
        return owner.equals(OWNER);
      }
    };
    assertThat(snapshotIds(query().build().answer(blocking, other())))
        .containsExactly("snap-00000002");
    assertThat(snapshotIds(query().build().answer(blocking, owner()))).hasSize(2);
    assertThat(snapshotIds(query().restorableByUserIds("all").build().answer(blocking, owner())))
        .hasSize(2);
  }

  @Test
  void permissions_and_product_codes_are_for_describe_snapshot_attribute() {
    Snapshot snapshot = sharedWith(1, TO_OTHER).toBuilder()
        .addProductCode(ProductCode.marketplace("abc"))
        .build();
    Snapshot seen =
        query().build().answer(List.of(snapshot), owner()).orThrow().items().get(0);
    assertThat(seen)
        .isEqualTo(snapshot.described().toBuilder()
            .createVolumePermissions(ImmutableSet.of())
            .productCodes(ImmutableSet.of())
            .build());
  }

  @Test
  void nobody_is_told_what_describe_snapshots_does_not_tell() {
    Snapshot plain = snapshot(1).state(SnapshotState.PENDING).build();
    Snapshot rich = plain.toBuilder()
        .lock(new SnapshotLock(
            LockMode.GOVERNANCE, NOW, Optional.empty(), OptionalInt.of(1), Optional.empty()))
        .lastTieringOperationStatus(TieringOperationStatus.ARCHIVAL_FAILED)
        .deletionRequested(true)
        .platformDetails("Windows")
        .usageOperation("RunInstances:0002")
        .build();
    assertThat(found(query(), List.of(rich), owner())).containsExactly("snap-00000001");
    assertThat(query().build().answer(List.of(rich), owner()).orThrow().items())
        .containsExactly(plain.described());
  }

  @Test
  @Rules({"SBIN-02", "DEC-170"})
  void what_is_in_the_recycle_bin_or_gone_is_not_there_not_even_for_its_owner() {
    List<Snapshot> snapshots = List.of(
        snapshot(1).build(),
        snapshot(2)
            .recycleBinStay(
                new SnapshotRecycleBinStay(NOW, NOW.plusSeconds(1), ImmutableSet.of(EVERYONE)))
            .build(),
        snapshot(3).deleted(true).build());
    assertThat(found(query(), snapshots, owner())).containsExactly("snap-00000001");
    assertSays( // DEC-170: was left out before
        () -> found(query().snapshotIds("snap-00000002"), snapshots, owner()),
        "InvalidSnapshot.NotFound",
        "The snapshot 'snap-00000002' does not exist.");
  }

  @Test
  void an_answer_of_ec2_holds_nothing_that_its_asker_may_not_see() {
    List<Snapshot> told =
        List.of(snapshot(1).build(), snapshot(2).ownerId(OTHER).build());
    assertThat(snapshotIds(query().build().answer(SnapshotSource.ofAnswer(told), other())))
        .containsExactly("snap-00000001", "snap-00000002");
    assertThat(found(query(), told, other())).containsExactly("snap-00000002");
  }

  @Test
  @Rules({"SQRY-02", "DEC-170"})
  void a_public_image_does_not_show_its_snapshots() {
    Snapshot backing = snapshot(1).build();
    Ami ami = image(1)
        .launchPermissions(ImmutableSet.of(LaunchPermission.everyone()))
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            DeviceName.of("/dev/sdh"),
            EbsBlockDevice.builder().snapshotId(backing.snapshotId()).build()))
        .build();
    assertThat(other().sees(ami)).isTrue();
    assertThat(found(query(), List.of(backing), other())).isEmpty();
    assertSays( // DEC-170: was left out before
        () -> found(query().snapshotIds("snap-00000001"), List.of(backing), other()),
        "InvalidSnapshot.NotFound",
        "The snapshot 'snap-00000001' does not exist.");
  }

  @Test
  @Rules("SQRY-10")
  void the_owner_alias_is_shown_as_it_is_and_self_is_none() {
    Snapshot own = snapshot(2).build();
    assertThat(query().build().answer(List.of(FULL, own), owner()).orThrow().items())
        .extracting(Snapshot::ownerAlias)
        .containsExactly(Optional.of(OwnerAlias.AMAZON), Optional.empty());
  }

  @Test
  @Rules("SQRY-11")
  void the_stand_in_volume_of_copies_is_shared_by_many() {
    VolumeId standIn = VolumeId.of("vol-ffffffff");
    List<Snapshot> copies = List.of(
        snapshot(1).volumeId(standIn).build(), snapshot(2).volumeId(standIn).build());
    assertThat(found(query().filter("volume-id", "vol-ffffffff"), copies, owner()))
        .hasSize(2);
  }
}
