package dev.amikit.awssdk;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * A shape of EC2's service model, as the SDK describes it: what stands in an object of the SDK, in
 * parameters of the query protocol, in XML, and in a tree whose members have the names of the API
 * reference. The tree is what all others are made of.
 */
final class Shape {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Members that the SDK calls otherwise than the API reference. */
  private static final ImmutableMap<String, String> RENAMED =
      ImmutableMap.of("PublicLaunchPermissions", "Public");

  private final Supplier<SdkPojo> constructor;
  private final ImmutableMap<String, Member> members;
  private final ImmutableMap<String, Member> byParameter;

  private Shape(Supplier<SdkPojo> constructor) {
    this.constructor = constructor;
    this.members = constructor.get().sdkFields().stream()
        .map(Member::of)
        .collect(toImmutableMap(Member::name, member -> member));
    this.byParameter = members.values().stream()
        .collect(toImmutableMap(member -> member.field().locationName(), member -> member));
  }

  /**
   * Returns the shape of an object of the SDK.
   *
   * @param builder makes builders of such objects
   */
  static Shape of(Supplier<? extends SdkPojo> builder) {
    return new Shape(builder::get);
  }

  /** The names of the members, in the spelling of the API reference. */
  ImmutableSet<String> names() {
    return members.keySet();
  }

  /** Returns what an object of the SDK says; what is not set is absent. */
  ObjectNode tree(SdkPojo pojo) {
    ObjectNode tree = NODES.objectNode();
    for (Member member : members.values()) {
      Object value = member.valueIn(pojo);
      if (value != null && !(value instanceof SdkAutoConstructList)) {
        tree.set(member.name(), member.kind().tree(value));
      }
    }
    return tree;
  }

  /**
   * Returns the object of the SDK that says what a tree does.
   *
   * @throws IllegalArgumentException if the tree has a member that the SDK does not know
   */
  SdkPojo pojo(JsonNode tree) {
    SdkPojo builder = constructor.get();
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      Member member = member(entry.getKey());
      member.field().set(builder, member.kind().value(entry.getValue()));
    }
    return (SdkPojo) ((Buildable) builder).build();
  }

  /** Returns what parameters of a request say. */
  ObjectNode read(Parameters parameters) {
    ObjectNode tree = NODES.objectNode();
    for (Map.Entry<String, Parameters> entry : parameters.inner().entrySet()) {
      Member member = byParameter.get(entry.getKey());
      if (member == null) {
        throw entry.getValue().unknown();
      }
      tree.set(member.name(), member.kind().read(entry.getValue()));
    }
    return tree;
  }

  /** Writes what a tree says as XML, the members in the order of the service model. */
  void writeXml(JsonNode tree, XmlWriter out) {
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      Member member = member(entry.getKey());
      out.begin(member.element());
      member.kind().writeXml(entry.getValue(), out);
      out.end(member.element());
    }
  }

  private Member member(String name) {
    Member member = members.get(name);
    if (member == null) {
      throw new IllegalArgumentException(
          "The SDK has no member " + name + " here, but " + String.join(", ", members.keySet()));
    }
    return member;
  }

  private record Member(String name, String element, SdkField<?> field, Kind kind) {
    static Member of(SdkField<?> field) {
      return new Member(
          RENAMED.getOrDefault(field.memberName(), field.memberName()),
          field.unmarshallLocationName(),
          field,
          Kind.of(field));
    }

    /** Returns what is set; a client token that the SDK would make up is not. */
    @Nullable
    Object valueIn(SdkPojo pojo) {
      return field.containsTrait(DefaultValueTrait.class) && pojo instanceof SdkRequest request
          ? request.getValueForField(field.memberName(), Object.class).orElse(null)
          : field.getValueOrDefault(pojo);
    }
  }

  /** What a member is. */
  private interface Kind {
    JsonNode tree(Object value);

    Object value(JsonNode node);

    JsonNode read(Parameters parameter);

    default void writeXml(JsonNode node, XmlWriter out) {
      out.text(node.asText());
    }

    static Kind of(SdkField<?> field) {
      MarshallingKnownType type = requireNonNull(field.marshallingType().getKnownType());
      return switch (type) {
        case BOOLEAN -> Scalar.FLAG;
        case INTEGER -> Scalar.INT;
        case LONG -> Scalar.LONG;
        case INSTANT -> Scalar.TIME;
        case SDK_POJO -> new Structure(field.constructor());
        case LIST -> new Many(Kind.of(field.getRequiredTrait(ListTrait.class).memberFieldInfo()));
        default -> Scalar.TEXT;
      };
    }
  }

  /**
   * A kind without parts.
   *
   * @param parse what a parameter says; if it is nothing of the kind, the text, to be refused
   */
  private record Scalar(
      Function<Object, JsonNode> toTree,
      Function<JsonNode, Object> toValue,
      Function<String, JsonNode> parse)
      implements Kind {
    static final Scalar TEXT = new Scalar(
        value -> NODES.textNode(value.toString()), JsonNode::asText, text -> NODES.textNode(text));
    static final Scalar FLAG = new Scalar(
        value -> NODES.booleanNode((Boolean) value), JsonNode::booleanValue, Scalar::flag);
    static final Scalar INT = new Scalar(
        value -> NODES.numberNode((Integer) value), JsonNode::intValue, Scalar::wholeNumber);
    static final Scalar LONG = new Scalar(
        value -> NODES.numberNode((Long) value), JsonNode::longValue, Scalar::wholeNumber);
    static final Scalar TIME = new Scalar(
        value -> NODES.textNode(value.toString()),
        node -> Instant.parse(node.textValue()),
        text -> NODES.textNode(text));

    @Override
    public JsonNode tree(Object value) {
      return toTree.apply(value);
    }

    @Override
    public Object value(JsonNode node) {
      return toValue.apply(node);
    }

    @Override
    public JsonNode read(Parameters parameter) {
      return parse.apply(parameter.text());
    }

    private static JsonNode flag(String text) {
      return text.equalsIgnoreCase("true")
          ? BooleanNode.TRUE
          : text.equalsIgnoreCase("false") ? BooleanNode.FALSE : NODES.textNode(text);
    }

    private static JsonNode wholeNumber(String text) {
      try {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Long.SIZE
            ? NODES.numberNode(number.longValue())
            : NODES.numberNode(number);
      } catch (NumberFormatException noNumber) {
        return NODES.textNode(text);
      }
    }
  }

  private static final class Structure implements Kind {
    private final Supplier<Shape> shape;

    Structure(Supplier<SdkPojo> constructor) {
      this.shape = Suppliers.memoize(() -> new Shape(constructor));
    }

    @Override
    public JsonNode tree(Object value) {
      return shape.get().tree((SdkPojo) value);
    }

    @Override
    public Object value(JsonNode node) {
      return shape.get().pojo(node);
    }

    @Override
    public JsonNode read(Parameters parameter) {
      return shape.get().read(parameter.asStructure());
    }

    @Override
    public void writeXml(JsonNode node, XmlWriter out) {
      shape.get().writeXml(node, out);
    }
  }

  private record Many(Kind element) implements Kind {
    @Override
    public JsonNode tree(Object value) {
      ArrayNode all = NODES.arrayNode();
      ((List<?>) value).forEach(each -> all.add(element.tree(requireNonNull(each))));
      return all;
    }

    @Override
    public Object value(JsonNode node) {
      List<Object> all = new ArrayList<>();
      node.forEach(each -> all.add(element.value(each)));
      return all;
    }

    @Override
    public JsonNode read(Parameters parameter) {
      ArrayNode all = NODES.arrayNode();
      parameter.asList().forEach(each -> all.add(element.read(each)));
      return all;
    }

    @Override
    public void writeXml(JsonNode node, XmlWriter out) {
      for (JsonNode each : node) {
        out.begin("item");
        element.writeXml(each, out);
        out.end("item");
      }
    }
  }
}
