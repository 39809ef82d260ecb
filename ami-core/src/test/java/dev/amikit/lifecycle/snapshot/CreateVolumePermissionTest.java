package dev.amikit.lifecycle.snapshot;

import static dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission.grant;
import static dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission.revoke;
import static dev.amikit.lifecycle.snapshot.Snapshots.CUSTOMER;
import static dev.amikit.lifecycle.snapshot.Snapshots.EVERYONE;
import static dev.amikit.lifecycle.snapshot.Snapshots.NOW;
import static dev.amikit.lifecycle.snapshot.Snapshots.PARTNER;
import static dev.amikit.lifecycle.snapshot.Snapshots.archived;
import static dev.amikit.lifecycle.snapshot.Snapshots.assertUnchanged;
import static dev.amikit.lifecycle.snapshot.Snapshots.completed;
import static dev.amikit.lifecycle.snapshot.Snapshots.failed;
import static dev.amikit.lifecycle.snapshot.Snapshots.pending;
import static dev.amikit.lifecycle.snapshot.Snapshots.restoredUntil;
import static dev.amikit.lifecycle.snapshot.Snapshots.snapshot;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ProductCodeType;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may use a snapshot besides its owner. */
class CreateVolumePermissionTest {
  private static final String ID = "modify-snapshot-attribute.";
  private static final ProductCode DEVPAY =
      new ProductCode("code", Optional.of(ProductCodeType.DEVPAY));

  @Test
  @Rules({"SHR-01", "SPERM-01", "SPERM-02"})
  void permissions_are_given_and_taken() {
    for (Snapshot snapshot :
        new Snapshot[] {completed(), pending().build(), failed().build()}) {
      Snapshot shared = grant(CUSTOMER, EVERYONE).decide(snapshot, NOW).applyTo(snapshot);
      assertThat(shared.createVolumePermissions()).containsExactly(PARTNER, CUSTOMER, EVERYONE);
      assertThat(revoke(PARTNER, EVERYONE).decide(shared, NOW).applyTo(shared))
          .isEqualTo(snapshot.toBuilder()
              .createVolumePermissions(ImmutableSet.of(CUSTOMER))
              .build());
      assertThat(new ResetCreateVolumePermission()
              .decide(shared, NOW)
              .applyTo(shared)
              .createVolumePermissions())
          .isEmpty();
    }
  }

  @Test
  @Rules("SPERM-01")
  void what_is_there_is_not_given_and_what_is_not_is_not_taken() {
    assertUnchanged(grant(PARTNER), completed(), NOW);
    assertUnchanged(revoke(CUSTOMER, EVERYONE), completed(), NOW);
    assertUnchanged(new ResetCreateVolumePermission(), snapshot().build(), NOW);
    assertThat(grant(PARTNER, CUSTOMER).decide(completed(), NOW).events())
        .containsExactly(
            new CreateVolumePermissionsChanged(ImmutableSet.of(CUSTOMER), ImmutableSet.of()));
  }

  @Test
  @Rules({"SHR-02", "SPERM-03"})
  void a_change_has_one_direction_and_is_neither_empty_nor_too_large() {
    // DEC-139: InvalidParameterCombination, no longer MissingParameter.
    assertRefused(grant(), completed(), NOW, ID + "not-empty", "InvalidParameterCombination");
    assertRefused(
        new ModifyCreateVolumePermission(ImmutableSet.of(CUSTOMER), ImmutableSet.of(PARTNER)),
        completed(),
        NOW,
        ID + "one-direction",
        "InvalidParameterCombination");
    assertRefused(
        grant(accounts(501)), completed(), NOW, ID + "few-changes", "InvalidParameterValue");
    assertThat(grant(accounts(500)).decide(completed(), NOW).isAccepted()).isTrue();
    assertThat(paths(grant(accounts(501)))).containsExactly("createVolumePermission.add");
    assertThat(paths(revoke(accounts(501)))).containsExactly("createVolumePermission.remove");
    ImmutableSet<CreateVolumePermission> many = ImmutableSet.copyOf(accounts(300));
    assertThat(paths(new ModifyCreateVolumePermission(many, many)))
        .as("two directions, and too many in both together")
        .hasSize(2);
  }

  @Test
  @Rules({"SHR-07", "ARC-05"})
  void what_is_archived_is_not_shared_not_even_while_it_is_restored() {
    for (Snapshot snapshot :
        new Snapshot[] {archived().build(), restoredUntil(NOW.plusSeconds(1)).build()}) {
      assertRefused(grant(PARTNER), snapshot, NOW, ID + "not-archived", "IncorrectState");
    }
    Snapshot shared = archived().addCreateVolumePermission(PARTNER).build();
    assertThat(revoke(PARTNER).decide(shared, NOW).applyTo(shared))
        .isEqualTo(archived().build());
  }

  @Test
  @Rules({"SHR-04", "SHR-06", "SPERM-04", "PAID-06"})
  void what_is_encrypted_or_sold_is_shared_but_not_public() {
    Snapshot both = snapshot()
        .encrypted(true)
        .addProductCode(ProductCode.marketplace("code"))
        .build();

    assertThat(grant(PARTNER).decide(both, NOW).isAccepted()).isTrue();
    assertThat(grant(EVERYONE, PARTNER).decide(both, NOW).refusal()).hasValueSatisfying(refusal -> {
      assertThat(refusal.errorCode()).hasToString("OperationNotPermitted");
      assertThat(refusal.violations())
          .extracting(Violation::rule)
          .containsExactly(
              ModifyCreateVolumePermission.PUBLIC_WITHOUT_ENCRYPTION,
              ModifyCreateVolumePermission.PUBLIC_WITHOUT_MARKETPLACE);
    });
    assertThat(grant(EVERYONE)
            .decide(snapshot().addProductCode(DEVPAY).build(), NOW)
            .isAccepted())
        .isTrue();
  }

  private static List<String> paths(ModifyCreateVolumePermission command) {
    return command.malformed(NOW).orElseThrow().violations().stream()
        .map(Violation::path)
        .toList();
  }

  private static CreateVolumePermission[] accounts(int number) {
    return IntStream.range(0, number)
        .mapToObj(n -> CreateVolumePermission.userId("%012d".formatted(n)))
        .toArray(CreateVolumePermission[]::new);
  }
}
