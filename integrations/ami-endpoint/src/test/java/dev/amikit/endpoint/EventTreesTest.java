package dev.amikit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class EventTreesTest {
  @Provide
  Arbitrary<Attempts> histories() {
    return Attempts.any();
  }

  @Tag("long")
  @Property(tries = 10)
  void whatever_happens_can_be_told(@ForAll("histories") Attempts attempts) {
    for (RegistryEvent event : History.of(attempts).events()) {
      JsonNode tree = EventTrees.tree(new RecordedEvent(7, Instant.EPOCH, Optional.empty(), event));

      assertThat(tree.get("Sequence").asLong()).isEqualTo(7);
      assertThat(tree.get("Type").asText()).isEqualTo(event.getClass().getSimpleName());
      if (event instanceof RegistryEvent.InRegion here) {
        assertThat(tree.get("Region").asText()).isEqualTo(here.region().toString());
      }
    }
  }
}
