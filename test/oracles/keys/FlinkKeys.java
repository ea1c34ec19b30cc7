import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.util.TimeUtils;

/** Prints every option that Flink's own option classes declare, one JSON object a line. Descriptions are left out. */
public final class FlinkKeys {
  public static void main(String[] arguments) throws Exception {
    Map<String, String> lines = new TreeMap<>();
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!new File(place).getName().startsWith("flink-")) continue;
      try (JarFile jar = new JarFile(place)) {
        for (JarEntry entry : Collections.list(jar.entries())) read(entry.getName(), lines);
      }
    }
    lines.values().forEach(System.out::println);
    System.exit(0);
  }

  private static void read(String file, Map<String, String> lines) throws Exception {
    // Options of connectors and formats are keys of a table, not of the configuration.
    if (!file.matches("org/apache/flink/(?!connector|formats).*Options\\.class")) return;
    Class<?> owner;
    try {
      owner = Class.forName(file.substring(0, file.length() - 6).replace('/', '.'));
    } catch (LinkageError problem) {
      System.err.println(file + ": " + problem);
      return;
    }
    if (has(owner, "ExcludeFromDocumentation") != null) return;
    for (Field field : owner.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) || !ConfigOption.class.isAssignableFrom(field.getType())) continue;
      if (has(field, "ExcludeFromDocumentation") != null) continue;
      field.setAccessible(true);
      ConfigOption<?> option = (ConfigOption<?>) field.get(null);
      if (option != null) lines.put(option.key(), written(field, option));
    }
  }

  private static Annotation has(java.lang.reflect.AnnotatedElement element, String name) {
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals(name)) return annotation;
    }
    return null;
  }

  private static String written(Field field, ConfigOption<?> option) throws Exception {
    Method typeOf = ConfigOption.class.getDeclaredMethod("getClazz");
    typeOf.setAccessible(true);
    Class<?> type = (Class<?>) typeOf.invoke(option);
    Method listOf = ConfigOption.class.getDeclaredMethod("isList");
    listOf.setAccessible(true);
    boolean isList = (Boolean) listOf.invoke(option);
    StringBuilder line = new StringBuilder("{");
    put(line, "set", "config");
    put(line, "name", option.key());
    put(line, "type", (isList ? "list of " : "") + nameOf(type));
    Annotation override = has(field, "OverrideDefault");
    if (override != null) put(line, "default", (String) override.annotationType().getMethod("value").invoke(override));
    else put(line, "default", option.defaultValue() == null ? null : text(option.defaultValue()));
    if (type.isEnum()) {
      String values = Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
      put(line, "allowed", values);
    }
    StringBuilder former = new StringBuilder();
    for (FallbackKey key : option.fallbackKeys()) if (key.isDeprecated()) former.append(former.length() > 0 ? "," : "").append(key.getKey());
    if (former.length() > 0) put(line, "former", former.toString());
    if (field.isAnnotationPresent(Deprecated.class) || field.getDeclaringClass().isAnnotationPresent(Deprecated.class)) put(line, "deprecated", "true");
    return line.append("}").toString();
  }

  private static String nameOf(Class<?> type) {
    if (type.isEnum()) return "enum";
    if (Map.class.isAssignableFrom(type)) return "map";
    return switch (type.getSimpleName()) {
      case "MemorySize" -> "memory size";
      default -> type.getSimpleName().toLowerCase();
    };
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) return TimeUtils.formatWithHighestUnit(duration);
    if (value instanceof Class<?> type) return type.getName();
    if (value instanceof Collection<?> values) return values.stream().map(FlinkKeys::text).collect(Collectors.joining(";"));
    if (value instanceof Map<?, ?> values) {
      return values.entrySet().stream().map(each -> each.getKey() + ":" + each.getValue()).collect(Collectors.joining(","));
    }
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
