package dev.amikit.testkit.arbitrary;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.testkit.arbitrary.AmiShape.Sharing;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

/**
 * An arbitrary of images that can be narrowed: {@code amis().windows().inState(DISABLED)}. It is
 * immutable; every method returns a narrower one. What EC2 has no images of, such as disabled
 * public ones, is refused with an {@link IllegalArgumentException} when asked for.
 *
 * <p>Images shrink to an available, private x86_64 Linux image on EBS, with no more than it needs.
 */
public final class AmiArbitrary extends ArbitraryDecorator<Ami> {
  private final Shapes<AmiShape> shapes;
  private final Arbitrary<AccountId> owners;

  private AmiArbitrary(Shapes<AmiShape> shapes, Arbitrary<AccountId> owners) {
    this.shapes = shapes;
    this.owners = owners;
  }

  static AmiArbitrary ofAll() {
    return new AmiArbitrary(new Shapes<>(AmiShape.ALL), IdArbitraries.accountIds());
  }

  /** {@return only machine images, no kernels and RAM disks} */
  public AmiArbitrary machines() {
    return ofKind(AmiKind::isMachine, "machines");
  }

  /** {@return only kernels and RAM disks} */
  public AmiArbitrary kernelsAndRamdisks() {
    return ofKind(kind -> !kind.isMachine(), "kernels and RAM disks");
  }

  /** {@return only Windows images} */
  public AmiArbitrary windows() {
    return ofKind(AmiKind::isWindows, "windows");
  }

  /** {@return only machine images that are neither Windows nor macOS} */
  public AmiArbitrary linux() {
    return ofKind(AmiKind::isLinux, "linux");
  }

  /** {@return only macOS images} */
  public AmiArbitrary mac() {
    return ofKind(AmiKind::isMac, "mac");
  }

  /** {@return only images of Arm processors, Macs included} */
  public AmiArbitrary arm() {
    return ofKind(kind -> kind == AmiKind.LINUX_ON_ARM || kind == AmiKind.MAC_ON_ARM, "arm");
  }

  /** {@return only paravirtual machine images} */
  public AmiArbitrary paravirtual() {
    return ofKind(kind -> kind.isMachine() && kind.isParavirtual(), "paravirtual");
  }

  /** {@return only images with an EBS root} */
  public AmiArbitrary ebsBacked() {
    return ofKind(AmiKind::isEbsBacked, "EBS-backed");
  }

  /** {@return only machine images whose root is on instance store} */
  public AmiArbitrary instanceStoreBacked() {
    return ofKind(AmiKind::isInstanceStoreBacked, "instance-store-backed");
  }

  /**
   * Returns only images in some states.
   *
   * @param states the states; images in the Recycle Bin have the state of before
   * @return the narrower arbitrary
   */
  public AmiArbitrary inState(AmiState... states) {
    requireNonNull(states, "states");
    Set<AmiState> wanted = EnumSet.noneOf(AmiState.class);
    wanted.addAll(Arrays.asList(states));
    return only(shapes.only(shape -> wanted.contains(shape.state()), "in state " + wanted));
  }

  /** {@return only machine images that can be launched: available, not in the Recycle Bin} */
  public AmiArbitrary usable() {
    return only(shapes.only(AmiShape::isUsable, "usable"));
  }

  /** {@return only images that everyone may launch} */
  public AmiArbitrary isPublic() {
    return only(shapes.only(shape -> shape.sharing().isPublic(), "public"));
  }

  /**
   * {@return only images that accounts, organizations or their units may launch, not everyone, as
   * their launch permissions tell}
   */
  public AmiArbitrary isShared() {
    return only(shapes.only(shape -> shape.sharing() == Sharing.SHARED, "shared"));
  }

  /**
   * {@return only images that nobody but the owner may launch, as their launch permissions tell}
   */
  public AmiArbitrary isPrivate() {
    return only(shapes.only(shape -> shape.sharing() == Sharing.PRIVATE, "private"));
  }

  /** {@return only images whose launch permissions are told} */
  public AmiArbitrary tellingLaunchPermissions() {
    return only(shapes.only(shape -> shape.sharing().isTold(), "telling their launch permissions"));
  }

  /** {@return only images as DescribeImages tells them, with untold launch permissions} */
  public AmiArbitrary notTellingLaunchPermissions() {
    return only(
        shapes.only(shape -> !shape.sharing().isTold(), "not telling their launch permissions"));
  }

  /** {@return only images in the Recycle Bin} */
  public AmiArbitrary inRecycleBin() {
    return only(shapes.only(AmiShape::binned, "in the Recycle Bin"));
  }

  /** {@return only images outside the Recycle Bin} */
  public AmiArbitrary notInRecycleBin() {
    return only(shapes.only(shape -> !shape.binned(), "not in the Recycle Bin"));
  }

  /**
   * Returns only images of one owner.
   *
   * @param account the owner
   * @return the narrower arbitrary
   */
  public AmiArbitrary ownedBy(AccountId account) {
    requireNonNull(account, "account");
    return new AmiArbitrary(shapes, Arbitraries.just(account));
  }

  @Override
  protected Arbitrary<Ami> arbitrary() {
    return Combinators.combine(shapes.arbitrary(AmiShape::weight), owners, AmiPart.all())
        .as((shape, owner, parts) -> {
          Ami.Builder ami = Ami.builder().ownerId(owner).state(shape.state());
          parts.forEach(part -> part.addTo(ami, shape));
          return ami.build();
        })
        .withoutEdgeCases();
  }

  private AmiArbitrary ofKind(Predicate<AmiKind> kept, String wish) {
    return only(shapes.only(shape -> kept.test(shape.kind()), wish));
  }

  private AmiArbitrary only(Shapes<AmiShape> fewer) {
    return new AmiArbitrary(fewer, owners);
  }
}
