package dev.hubbub.measure;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a record and of the records in it, without descriptions. */
final class RecordSchema {
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  /** The properties of the record, and {@code $defs} with those of the others. */
  ObjectNode of(Class<? extends Record> root) {
    ObjectNode schema = object(root);
    ObjectNode defs = mapper.createObjectNode();
    definitions.forEach(defs::set);
    return schema.set("$defs", defs);
  }

  private ObjectNode object(Class<?> type) {
    ObjectNode properties = mapper.createObjectNode();
    ArrayNode required = mapper.createArrayNode();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(component.getName(), value(component.getAnnotatedType()));
      required.add(component.getName());
    }
    ObjectNode schema = typed("object");
    schema.set("properties", properties);
    schema.set("required", required);
    return schema.put("additionalProperties", false);
  }

  private ObjectNode value(AnnotatedType annotated) {
    ObjectNode schema = plain(annotated);
    if (!annotated.isAnnotationPresent(Nullable.class)) {
      return schema;
    }
    ObjectNode either = mapper.createObjectNode();
    either.putArray("anyOf").add(schema).add(typed("null"));
    return either;
  }

  private ObjectNode plain(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (annotated instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      Type raw = ((ParameterizedType) type).getRawType();
      ObjectNode last = value(arguments[arguments.length - 1]);
      if (raw == List.class) {
        return typed("array").set("items", last);
      }
      if (raw == Map.class) {
        return typed("object").set("additionalProperties", last);
      }
    }
    return scalar((Class<?>) type);
  }

  private ObjectNode scalar(Class<?> type) {
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return typed("integer");
    }
    if (type == double.class || type == Double.class) {
      return typed("number");
    }
    if (type == boolean.class) {
      return typed("boolean");
    }
    if (type == String.class) {
      return typed("string");
    }
    if (type == Instant.class) {
      return typed("string").put("format", "date-time");
    }
    if (type.isEnum()) {
      ObjectNode schema = typed("string");
      ArrayNode values = schema.putArray("enum");
      Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(values::add);
      return schema;
    }
    return reference(type);
  }

  private ObjectNode reference(Class<?> type) {
    String name =
        type.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
            + type.getSimpleName().substring(1);
    if (!definitions.containsKey(name)) {
      definitions.put(name, mapper.createObjectNode());
      definitions.put(name, object(type));
    }
    return mapper.createObjectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode typed(String type) {
    return mapper.createObjectNode().put("type", type);
  }
}
