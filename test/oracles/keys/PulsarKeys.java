import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints every key that Pulsar's own configuration class declares, one JSON object a line. Descriptions are left out. */
public final class PulsarKeys {
  public static void main(String[] arguments) throws Exception {
    print("broker", "org.apache.pulsar.broker.ServiceConfiguration");
    System.exit(0);
  }

  private static void print(String set, String name) throws Exception {
    Class<?> owner = Class.forName(name);
    Object fresh = owner.getDeclaredConstructor().newInstance();
    Map<String, String> lines = new TreeMap<>();
    for (Field field : owner.getDeclaredFields()) {
      Annotation context = annotation(field);
      if (context == null || Modifier.isStatic(field.getModifiers())) continue;
      field.setAccessible(true);
      StringBuilder line = new StringBuilder("{");
      put(line, "set", set);
      put(line, "name", field.getName());
      put(line, "type", typeOf(field.getType()));
      Object value = field.get(fresh);
      boolean required = (Boolean) of(context, "required");
      if (!required || value != null) put(line, "default", value == null ? null : text(value));
      if (field.getType().isEnum()) put(line, "allowed", Arrays.toString(field.getType().getEnumConstants()));
      long least = (Long) of(context, "minValue");
      long most = (Long) of(context, "maxValue");
      boolean isLeast = least > Integer.MIN_VALUE;
      boolean isMost = most < Integer.MAX_VALUE;
      if (isLeast || isMost) put(line, "allowed", "[" + (isLeast ? least : "") + (isLeast ? "," : "") + "..." + (isMost ? "," + most : "") + "]");
      if ((Boolean) of(context, "dynamic")) put(line, "dynamic", "true");
      if ((Boolean) of(context, "deprecated") || field.isAnnotationPresent(Deprecated.class)) put(line, "deprecated", "true");
      lines.put(field.getName(), line.append("}").toString());
    }
    lines.values().forEach(System.out::println);
  }

  private static Annotation annotation(Field field) {
    for (Annotation each : field.getAnnotations()) if (each.annotationType().getSimpleName().equals("FieldContext")) return each;
    return null;
  }

  private static Object of(Annotation annotation, String name) throws Exception {
    return annotation.annotationType().getMethod(name).invoke(annotation);
  }

  private static String typeOf(Class<?> type) {
    if (type.isEnum()) return "enum";
    if (Collection.class.isAssignableFrom(type)) return "list";
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> "int";
      case "Optional" -> "int";
      case "Properties", "Map" -> "map";
      default -> type.getSimpleName().toLowerCase();
    };
  }

  private static String text(Object value) {
    if (value instanceof java.util.Optional<?> optional) return optional.map(String::valueOf).orElse("");
    if (value instanceof Collection<?> values) return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    return String.valueOf(value);
  }

  private static void put(StringBuilder line, String name, String value) {
    if (line.length() > 1) line.append(",");
    line.append('"').append(name).append("\":");
    if (value == null) {
      line.append("null");
      return;
    }
    line.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")).append('"');
  }
}
