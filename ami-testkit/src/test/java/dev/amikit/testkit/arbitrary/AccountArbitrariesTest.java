package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.AllowedImagesSettings.State;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.visibility.Viewer;
import java.util.Arrays;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Accounts of every kind come up, with what they allow, and who looks at images. */
class AccountArbitrariesTest {
  private static final ImmutableMap<String, Predicate<AccountProfile>> PROFILES = ImmutableMap.of(
      "in no organization", profile -> profile.organizationPath().isEmpty(),
      "below the root",
          profile ->
              profile.organizationPath().filter(path -> path.units().isEmpty()).isPresent(),
      "in a unit",
          profile ->
              profile.organizationPath().filter(path -> !path.units().isEmpty()).isPresent(),
      "of AWS", profile -> profile.ownerAlias().isPresent(),
      "subscribed", profile -> !profile.subscriptions().isEmpty(),
      "with billing products", AccountProfile::mayUseBillingProducts);

  private static final ImmutableMap<String, Predicate<AccountSettings>> SETTINGS =
      ImmutableMap.<String, Predicate<AccountSettings>>builder()
          .put(
              "public images",
              settings -> settings.imageBlockPublicAccess() == BlockPublicAccess.UNBLOCKED)
          .put(
              "Allowed AMIs",
              settings -> !settings.allowedImages().imageCriteria().isEmpty())
          .put("managed by a policy", AccountSettings::managedByDeclarativePolicy)
          .put("encrypting", AccountSettings::ebsEncryptionByDefault)
          .put("AWS's own key", settings -> settings.ebsDefaultKmsKeyId().isEmpty())
          .put("a key of its own", settings -> settings.ebsDefaultKmsKeyId().isPresent())
          .put("aliases", settings -> settings.kmsAliases().size() > 1)
          .put("unusable keys", settings -> !settings.unusableKmsKeys().isEmpty())
          .buildOrThrow();

  private static final ImmutableMap<String, Predicate<ImageCriterion>> CRITERIA =
      ImmutableMap.<String, Predicate<ImageCriterion>>builder()
          .put("names", only(criterion -> !criterion.imageNames().isEmpty()))
          .put(
              "accounts",
              criterion -> criterion.imageProviders().stream().anyMatch(UserId::isAccount))
          .put("AWS", criterion -> criterion.imageProviders().contains(UserId.AMAZON))
          .put("none", criterion -> criterion.imageProviders().contains(UserId.NONE))
          .put(
              "product codes",
              only(criterion -> !criterion.marketplaceProductCodes().isEmpty()))
          .put("watermarks", only(criterion -> !criterion.imageWatermarks().isEmpty()))
          .put("age", only(criterion -> criterion.maximumDaysSinceCreated().isPresent()))
          .put(
              "deprecation",
              only(criterion -> criterion.maximumDaysSinceDeprecated().isPresent()))
          .put(
              "no days at all", criterion -> criterion.maximumDaysSinceCreated().orElse(1) == 0)
          .put("several parameters", criterion -> parameters(criterion) > 2)
          .buildOrThrow();

  private static final ImmutableMap<String, Predicate<ImageWatermarkFilter>> WATERMARK_FILTERS =
      ImmutableMap.of(
          "nothing", filter -> filter.equals(ImageWatermarkFilter.builder().build()),
          "key", filter -> filter.watermarkKey().isPresent(),
          "Region", filter -> filter.sourceImageRegion().isPresent(),
          "age of the source",
              filter -> filter.maximumDaysSinceSourceImageCreated().isPresent(),
          "age of the watermark",
              filter -> filter.maximumDaysSinceWatermarkCreated().isPresent());

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void accounts_of_every_kind_come_up(@ForAll AccountProfile profile) {
    Cases.count(PROFILES, profile);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void settings_of_every_kind_come_up(@ForAll AccountSettings settings) {
    Cases.count(SETTINGS, settings);
    Cases.countEach(
        "snapshots",
        Arrays.asList(BlockPublicAccess.values()),
        settings.snapshotBlockPublicAccess());
  }

  @Property(tries = 200)
  void settings_are_such_as_EC2_keeps(@ForAll AccountSettings settings) {
    assertThat(settings.imageBlockPublicAccess()).isNotEqualTo(BlockPublicAccess.BLOCK_ALL_SHARING);
    assertThat(settings.ebsDefaultKmsKeyId().stream()).allMatch(KmsKeyId::isKeyArn);
    assertThat(settings.kmsAliases().values())
        .allMatch(KmsKeyId::isKeyArn)
        .doesNotHaveDuplicates()
        .containsAll(settings.unusableKmsKeys());
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void Allowed_AMIs_of_every_kind_come_up(@ForAll AllowedImagesSettings settings) {
    Cases.countEach("state", Arrays.asList(State.values()), settings.state());
    Cases.count(
        ImmutableMap.<String, Predicate<AllowedImagesSettings>>of(
            "no criteria", each -> each.imageCriteria().isEmpty(),
            "as many as there can be", each -> each.imageCriteria().size() == 10),
        settings);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void criteria_of_every_kind_come_up(@ForAll ImageCriterion criterion) {
    Cases.count(CRITERIA, criterion);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void filters_of_watermarks_of_every_kind_come_up(@ForAll ImageWatermarkFilter filter) {
    Cases.count(WATERMARK_FILTERS, filter);
  }

  @Property(tries = 200)
  @StatisticsReport(StatisticsReportMode.OFF)
  void who_may_launch_an_image_and_who_may_not_both_look_at_it(@ForAll("seen") Seen seen) {
    Viewer viewer = seen.viewer();
    Ami ami = seen.ami();
    Cases.count(
        ImmutableMap.<String, Predicate<Viewer>>of(
            "owner", each -> each.owns(ami),
            "partner", each -> each.isGranted(ami),
            "stranger", each -> !each.isPermitted(ami),
            "in an organization", each -> each.organization().isPresent(),
            "with Allowed AMIs", each -> !each.allowedImages().imageCriteria().isEmpty()),
        viewer);
  }

  record Seen(Ami ami, Viewer viewer) {}

  @Provide
  Arbitrary<Seen> seen() {
    return AmiArbitraries.amis()
        .tellingLaunchPermissions()
        .flatMap(ami -> VisibilityArbitraries.viewersOf(ami).map(viewer -> new Seen(ami, viewer)));
  }

  /** Criteria of one parameter, which is as it is wished. */
  private static Predicate<ImageCriterion> only(Predicate<ImageCriterion> wish) {
    return wish.and(criterion -> parameters(criterion) == 1);
  }

  private static int parameters(ImageCriterion criterion) {
    return (criterion.imageNames().isEmpty() ? 0 : 1)
        + (criterion.imageProviders().isEmpty() ? 0 : 1)
        + (criterion.marketplaceProductCodes().isEmpty() ? 0 : 1)
        + (criterion.imageWatermarks().isEmpty() ? 0 : 1)
        + criterion.maximumDaysSinceCreated().stream().map(any -> 1).sum()
        + criterion.maximumDaysSinceDeprecated().stream().map(any -> 1).sum();
  }
}
