package com.example.properties;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImagesTest {
  @Example
  void stand_beside_examples() {
    assertThat(AmiArbitraries.amis().sample()).isNotNull();
  }

  @Property(tries = 100)
  void are_made_without_wiring(@ForAll Ami ami, @ForAll AccountId account, @ForAll String text) {
    assertThat(ami.toBuilder().ownerId(account).build()).isOwnedBy(account);
  }

  @Property(tries = 100)
  void are_made_as_one_likes(@ForAll("available") Ami ami) {
    assertThat(ami).isAvailable();
  }

  @Provide
  Arbitrary<Ami> available() {
    return AmiArbitraries.amis().filter(ami -> ami.state().toString().equals("available"));
  }
}
