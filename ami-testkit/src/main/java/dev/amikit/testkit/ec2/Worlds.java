package dev.amikit.testkit.ec2;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;

/** Small worlds, ready to act in. All of them are in us-east-1. */
public final class Worlds {
  private static final String MANAGEMENT = "111122223333";

  private Worlds() {}

  /**
   * An account that bakes images, and another that launches them.
   *
   * @param bakery EC2 as the account sees it that owns the image
   * @param production EC2 as the account sees it that may launch and copy the image
   * @param golden the image, shared with production together with its snapshot
   */
  public record Bakery(Ec2 bakery, Ec2 production, Ami golden) {
    /**
     * Refuses null.
     *
     * @param bakery EC2 as the account sees it that owns the image
     * @param production EC2 as the account sees it that may launch and copy the image
     * @param golden the image, shared with production together with its snapshot
     */
    public Bakery {
      requireNonNull(bakery, "bakery");
      requireNonNull(production, "production");
      requireNonNull(golden, "golden");
    }
  }

  /**
   * Makes a bakery, whose image is {@link Amis#availableAmi()}.
   *
   * @param aws where; there must be no such image yet
   * @return the bakery
   */
  public static Bakery bakery(TestEc2 aws) {
    requireNonNull(aws, "aws");
    Ami golden = golden(aws);
    Ec2 bakery = tidy(aws, Accounts.OWNER);
    bakery.modifyImageAttribute(
        golden.imageId(), ModifyLaunchPermission.grant(LaunchPermission.userId(Accounts.OTHER)));
    golden
        .snapshotIds()
        .forEach(id -> bakery.modifySnapshotAttribute(
            ModifySnapshotAttribute.grant(id, CreateVolumePermission.userId(Accounts.OTHER))));
    return new Bakery(
        aws.as(Accounts.OWNER), aws.as(Accounts.OTHER), aws.image(TestEc2.HOME, golden.imageId()));
  }

  /**
   * An organization with two units, and an image that is shared with one of them.
   *
   * @param arn the organization
   * @param engineering the unit that may launch the image
   * @param sales the unit that may not
   * @param owner EC2 as the account sees it that owns the image, in neither unit
   * @param engineer EC2 as an account of engineering sees it
   * @param seller EC2 as an account of sales sees it
   * @param golden the image
   */
  public record Organization(
      OrganizationArn arn,
      OrganizationalUnitArn engineering,
      OrganizationalUnitArn sales,
      Ec2 owner,
      Ec2 engineer,
      Ec2 seller,
      Ami golden) {
    /**
     * Refuses null.
     *
     * @param arn the organization
     * @param engineering the unit that may launch the image
     * @param sales the unit that may not
     * @param owner EC2 as the account sees it that owns the image, in neither unit
     * @param engineer EC2 as an account of engineering sees it
     * @param seller EC2 as an account of sales sees it
     * @param golden the image
     */
    public Organization {
      requireNonNull(arn, "arn");
      requireNonNull(engineering, "engineering");
      requireNonNull(sales, "sales");
      requireNonNull(owner, "owner");
      requireNonNull(engineer, "engineer");
      requireNonNull(seller, "seller");
      requireNonNull(golden, "golden");
    }
  }

  /**
   * Makes an organization, whose image is {@link Amis#availableAmi()}.
   *
   * @param aws where; there must be no such image yet
   * @return the organization
   */
  public static Organization organization(TestEc2 aws) {
    requireNonNull(aws, "aws");
    OrganizationArn arn = OrganizationArn.of(
        "arn:aws:organizations::%s:organization/o-a1b2c3d4e5".formatted(MANAGEMENT));
    OrganizationalUnitArn engineering = unit("ou-ab12-engineer");
    OrganizationalUnitArn sales = unit("ou-ab12-sales123");
    AccountId engineer = AccountId.of("222233334444");
    AccountId seller = AccountId.of("333344445555");
    aws.aws().joinOrganization(Accounts.OWNER, new OrganizationPath(arn, ImmutableSet.of()));
    aws.aws().joinOrganization(engineer, new OrganizationPath(arn, ImmutableSet.of(engineering)));
    aws.aws().joinOrganization(seller, new OrganizationPath(arn, ImmutableSet.of(sales)));
    Ami golden = golden(aws);
    tidy(aws, Accounts.OWNER)
        .modifyImageAttribute(
            golden.imageId(),
            ModifyLaunchPermission.grant(LaunchPermission.organizationalUnit(engineering)));
    return new Organization(
        arn,
        engineering,
        sales,
        aws.as(Accounts.OWNER),
        aws.as(engineer),
        aws.as(seller),
        aws.image(TestEc2.HOME, golden.imageId()));
  }

  private static OrganizationalUnitArn unit(String id) {
    return OrganizationalUnitArn.of(
        "arn:aws:organizations::%s:ou/o-a1b2c3d4e5/%s".formatted(MANAGEMENT, id));
  }

  /**
   * An account that publishes an image, and a stranger.
   *
   * @param publisher EC2 as the account sees it that owns the image
   * @param stranger EC2 as any other account sees it
   * @param published the image, public
   */
  public record Publisher(Ec2 publisher, Ec2 stranger, Ami published) {
    /**
     * Refuses null.
     *
     * @param publisher EC2 as the account sees it that owns the image
     * @param stranger EC2 as any other account sees it
     * @param published the image, public
     */
    public Publisher {
      requireNonNull(publisher, "publisher");
      requireNonNull(stranger, "stranger");
      requireNonNull(published, "published");
    }
  }

  /**
   * Makes a publisher, who has lifted block public access, and whose image is
   * {@link Amis#availableAmi()}.
   *
   * @param aws where; there must be no such image yet
   * @return the publisher
   */
  public static Publisher publisher(TestEc2 aws) {
    requireNonNull(aws, "aws");
    Ami golden = golden(aws);
    Ec2 publisher = tidy(aws, Accounts.OWNER);
    publisher.disableImageBlockPublicAccess();
    publisher.modifyImageAttribute(
        golden.imageId(), ModifyLaunchPermission.grant(LaunchPermission.everyone()));
    return new Publisher(
        aws.as(Accounts.OWNER),
        aws.as(AccountId.of("777788889999")),
        aws.image(TestEc2.HOME, golden.imageId()));
  }

  /**
   * An account whose images and snapshots go to the Recycle Bin for seven days.
   *
   * @param owner EC2 as the account sees it
   * @param bin its Recycle Bin
   * @param ofImages the rule that keeps images
   * @param ofSnapshots the rule that keeps snapshots
   * @param image an image that is still registered
   */
  public record Keeper(
      Ec2 owner, RecycleBin bin, RetentionRule ofImages, RetentionRule ofSnapshots, Ami image) {
    /**
     * Refuses null.
     *
     * @param owner EC2 as the account sees it
     * @param bin its Recycle Bin
     * @param ofImages the rule that keeps images
     * @param ofSnapshots the rule that keeps snapshots
     * @param image an image that is still registered
     */
    public Keeper {
      requireNonNull(owner, "owner");
      requireNonNull(bin, "bin");
      requireNonNull(ofImages, "ofImages");
      requireNonNull(ofSnapshots, "ofSnapshots");
      requireNonNull(image, "image");
    }
  }

  /**
   * Makes an account with retention rules, whose image is {@link Amis#availableAmi()}.
   *
   * @param aws where; there must be no such image yet
   * @return the account
   */
  public static Keeper keeper(TestEc2 aws) {
    requireNonNull(aws, "aws");
    Ami golden = golden(aws);
    RecycleBin bin = aws.recycleBin(Accounts.OWNER, TestEc2.HOME);
    return new Keeper(
        aws.as(Accounts.OWNER),
        bin,
        bin.createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7)),
        bin.createRule(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 7)),
        golden);
  }

  private static Ami golden(TestEc2 aws) {
    Ami golden = Amis.availableAmi();
    aws.seed(TestEc2.HOME).images(golden).withSnapshots().put();
    return golden;
  }

  /** What makes a world is not untidy. */
  private static Ec2 tidy(TestEc2 aws, AccountId account) {
    return aws.registry().account(account).in(TestEc2.HOME);
  }
}
