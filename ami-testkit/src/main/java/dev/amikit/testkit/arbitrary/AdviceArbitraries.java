package dev.amikit.testkit.arbitrary;

import dev.amikit.advice.Advice;
import dev.amikit.advice.AdviceKind;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageName;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What the library advises. */
public final class AdviceArbitraries {
  private static final LocalDate WHEN_ALL_IS_OLD = LocalDate.of(2100, 1, 1);

  private AdviceArbitraries() {}

  /** {@return advice of every kind, as it is given on some image} */
  public static Arbitrary<Advice> advice() {
    return Arbitraries.oneOf(
        on(AdviceKind.END_OF_SUPPORT, ofOldSystems()), on(AdviceKind.PUBLIC_AND_OLD, publicOnes()));
  }

  private static Arbitrary<Ami> ofOldSystems() {
    return Arbitraries.oneOf(
        named(
            AmiArbitraries.amis().linux(),
            "al2023-ami-2023.5.20240805.0-kernel-6.1-x86_64",
            "amzn2-ami-kernel-5.10-hvm-2.0.20240719.0-x86_64-gp2",
            "amzn-ami-hvm-2018.03.0.20231218.0-x86_64-gp2"),
        named(
            AmiArbitraries.amis().windows(),
            "Windows_Server-2012-R2_RTM-English-64Bit-Base-2023.09.13",
            "Windows_Server-2008-R2_SP1-English-64Bit-Base-2020.01.15",
            "Windows_Server-2003-R2_SP2-English-64Bit-Base-2015.06.10"));
  }

  private static Arbitrary<Ami> named(Arbitrary<Ami> images, String... names) {
    return Combinators.combine(images, Arbitraries.of(names).map(ImageName::of))
        .as((ami, name) -> ami.toBuilder().name(name).build());
  }

  private static Arbitrary<Ami> publicOnes() {
    return Combinators.combine(AmiArbitraries.amis().isPublic(), AmiArbitraries.instants())
        .as((ami, created) -> ami.toBuilder()
            .creationDate(created)
            .deprecationTime(Optional.empty())
            .build());
  }

  private static Arbitrary<Advice> on(AdviceKind kind, Arbitrary<Ami> images) {
    return images.map(ami -> Advice.on(ami, WHEN_ALL_IS_OLD).stream()
        .filter(advice -> advice.kind() == kind)
        .findFirst()
        .orElseThrow());
  }
}
