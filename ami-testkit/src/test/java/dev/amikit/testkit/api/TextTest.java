package dev.amikit.testkit.api;

import static dev.amikit.testkit.fixture.Amis.availableAmi;
import static dev.amikit.testkit.fixture.Snapshots.completedSnapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.TypeToken;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.filter.Filter;
import dev.amikit.id.ProductCode;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.rule.Characters;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tag;
import dev.amikit.testkit.registry.TestRegistry;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No text that XML cannot carry gets into a registry, wherever a request takes in text. */
@net.jqwik.api.Tag("module-path")
class TextTest {
  private static final String SOME_TEXT = "some.text"; // as the samples have it
  private static final String BAD = "bad-text";
  private static final ImmutableList<String> ILLEGAL = ImmutableList.of(
      BAD + "\u0000", BAD + "\uD83D", "\uDE00" + BAD, BAD + "\uFFFF", BAD + "\u001B");

  @Property
  void a_text_is_legal_if_XML_can_carry_each_of_its_characters(@ForAll String text) {
    boolean isLegal = text.codePoints()
        .allMatch(c -> c == 0x9
            || c == 0xA
            || c == 0xD
            || c >= 0x20 && c <= 0xD7FF
            || c >= 0xE000 && c <= 0xFFFD
            || c >= 0x10000 && c <= 0x10FFFF);
    assertThat(Characters.areLegal(text)).isEqualTo(isLegal);
    assertThat(Characters.malformed("text", text).isEmpty()).isEqualTo(isLegal);
  }

  @Example
  void every_text_member_of_every_request_refuses_what_XML_cannot_carry() throws IOException {
    PublicApi api = new PublicApi(Ami.class.getModule());
    Samples samples = new Samples(api);
    List<String> asked = new ArrayList<>();
    for (Class<?> type : api.types()) {
      if (Operation.class.isAssignableFrom(type)
          || type == ImageQuery.class
          || type == SnapshotQuery.class) {
        for (Executable way : waysToTakeText(type)) {
          asked.add(type.getSimpleName() + "." + way.getName());
          for (String text : ILLEGAL) {
            assertRefused(type + " by " + way, () -> call(made(samples, type, way, text)));
          }
        }
      }
    }
    assertThat(asked)
        .contains(
            "RegisterImage.description",
            "RegisterImage.imageLocation",
            "RegisterImage.uefiData",
            "RegisterImage.billingProducts",
            "CopyImage.clientToken",
            "CreateImage.description",
            "CreateSnapshot.description",
            "CopySnapshot.description",
            "ModifyImageAttribute.description",
            "RunInstances.instanceType",
            "CreateRule.description",
            "UpdateRule.description",
            "ImageQuery.nextToken")
        .hasSizeGreaterThan(50);
  }

  @Example
  void every_value_with_text_in_a_request_refuses_what_XML_cannot_carry() {
    for (String text : ILLEGAL) {
      List<Callable<?>> ways = List.of(
          () -> Tag.of(text, "value"),
          () -> Tag.of("key", text),
          () -> ProductCode.marketplace(text),
          () -> Architecture.of(text),
          () -> call(new DeleteTags(
              ImmutableList.of("ami-01234567"), ImmutableList.of(TagToDelete.of(text)))),
          () -> call(new DeleteTags(
              ImmutableList.of("ami-01234567"), ImmutableList.of(TagToDelete.of("key", text)))),
          () -> call(filtered(Filter.of("name", text))),
          () -> call(filtered(Filter.of("tag:" + text, "value"))),
          () -> call(filtered(Filter.of("tag-key", text))),
          () -> call(CreateRule.builder()
              .resourceType(ResourceType.EC2_IMAGE)
              .retentionPeriodDays(7)
              .resourceTags(ImmutableSet.of(ResourceTag.of(text)))
              .build()),
          () -> call(CreateRule.builder()
              .resourceType(ResourceType.EC2_IMAGE)
              .retentionPeriodDays(7)
              .excludeResourceTags(ImmutableSet.of(ResourceTag.of("key", text)))
              .build()));
      for (int i = 0; i < ways.size(); i++) {
        Callable<?> way = ways.get(i);
        assertThat(catchThrowable(way::call))
            .as("way %d with %s", i, text)
            .isInstanceOf(RefusedException.class);
      }
    }
  }

  @Example
  void a_device_is_suppressed_by_no_text_that_XML_cannot_carry() {
    for (String text : ILLEGAL) {
      BlockDeviceMapping device =
          BlockDeviceMapping.builder().deviceName("/dev/sdf").noDevice(text).build();
      List<Operation<?>> requests = List.of(
          RegisterImage.builder()
              .name("golden")
              .imageLocation("bucket/image.manifest.xml")
              .addBlockDeviceMapping(device)
              .build(),
          CreateImage.builder()
              .instanceId("i-01234567")
              .name("golden")
              .addBlockDeviceMapping(device)
              .build(),
          RunInstances.builder()
              .imageId("ami-01234567")
              .instanceType("m7i.large")
              .addBlockDeviceMapping(device)
              .build());
      for (Operation<?> request : requests) {
        assertRefused("noDevice of " + request.getClass(), () -> call(request));
      }
    }
  }

  /** EC2 told it, whatever it is; only what is asked of EC2 is held to the rule. */
  @Example
  @Rules("NAME-08")
  void what_is_read_from_outside_stays_as_it_stands() {
    for (String text : ILLEGAL) {
      Ami ami = availableAmi().toBuilder().name(text).description(text).build();
      assertThat(ami.name().map(Object::toString)).contains(text);
      assertThat(ami.description()).contains(text);
      assertThat(completedSnapshot().toBuilder().description(text).build().description())
          .contains(text);
    }
  }

  private static DescribeImages filtered(Filter filter) {
    return new DescribeImages(ImageQuery.builder().filter(filter).build());
  }

  private static void assertRefused(String way, Callable<?> call) {
    assertThat(catchThrowable(call::call))
        .as("%s", way)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().violations())
                .extracting(Violation::found)
                .as("what is refused of %s", way)
                .anySatisfy(found -> assertThat(found).contains(BAD)));
  }

  /** Setters of the builder, or else constructors, that take in text. */
  private static List<Executable> waysToTakeText(Class<?> type) {
    return builder(type)
        .map(builder -> Arrays.stream(builder.getReturnType().getMethods())
            .filter(method -> method.getParameterCount() == 1)
            .filter(method -> method.getReturnType() == builder.getReturnType())
            .map(Executable.class::cast))
        .orElseGet(
            () -> Arrays.<Constructor<?>>stream(type.getConstructors()).map(Executable.class::cast))
        .filter(way -> Arrays.stream(way.getGenericParameterTypes()).anyMatch(TextTest::isText))
        .toList();
  }

  private static Optional<Method> builder(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("builder"))
        .findFirst();
  }

  private static boolean isText(Type type) {
    return type == String.class
        || type == String[].class
        || type.getTypeName()
            .matches("(\\S+\\.)?(Optional|Iterable|Immutable\\w+)<.*java.lang.String>");
  }

  private static Object text(Type type, String text) {
    Class<?> raw = TypeToken.of(type).getRawType();
    if (raw == String.class) {
      return text;
    }
    if (raw.isArray()) {
      return new String[] {text};
    }
    if (raw == Optional.class) {
      return Optional.of(text);
    }
    return raw == ImmutableSet.class ? ImmutableSet.of(text) : ImmutableList.of(text);
  }

  private static Object made(Samples samples, Class<?> type, Executable way, String text)
      throws Exception {
    try {
      if (way instanceof Constructor<?> constructor) {
        List<Object> arguments = new ArrayList<>();
        for (Type parameter : constructor.getGenericParameterTypes()) {
          arguments.add(isText(parameter) ? text(parameter, text) : samples.of(parameter));
        }
        return PublicApi.call(type, way, arguments);
      }
      Method builder = builder(type).orElseThrow();
      Class<?> building = builder.getReturnType();
      Object made = PublicApi.call(type, builder, List.of());
      Type parameter = way.getGenericParameterTypes()[0];
      PublicApi.call(building, way, List.of(made, text(parameter, text)));
      Method build = building.getMethod("build");
      try {
        return PublicApi.call(building, build, List.of(made));
      } catch (MissingAttributesException e) {
        for (Violation absent : e.violations()) {
          Method setter = Arrays.stream(building.getMethods())
              .filter(method -> method.getName().equals(absent.path()))
              .min(Comparator.comparing(method -> method.getParameterTypes()[0] == String.class))
              .orElseThrow();
          Object sample = samples.of(setter.getGenericParameterTypes()[0]);
          PublicApi.call(building, setter, List.of(made, sample));
        }
        return PublicApi.call(building, build, List.of(made));
      }
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static Object call(Object request) {
    TestRegistry ec2 = new TestRegistry(RegistrySettings.builder().build());
    Ec2 owner = ec2.as(TestRegistry.OWNER, TestRegistry.HERE);
    Operation<?> operation = request instanceof ImageQuery images
        ? new DescribeImages(images)
        : request instanceof SnapshotQuery snapshots
            ? new DescribeSnapshots(snapshots)
            : (Operation<?>) request;
    if (request instanceof UpdateRule update && update.identifier().equals(SOME_TEXT)) {
      RetentionRule rule = owner.call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7));
      operation = UpdateRule.builder()
          .identifier(rule.identifier())
          .description(update.description())
          .build();
    }
    return owner.call(operation);
  }
}
