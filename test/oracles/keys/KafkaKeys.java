import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;

/** Prints every configuration key of the Kafka on the class path, one JSON object a line. Descriptions are left out. */
public final class KafkaKeys {
  public static void main(String[] arguments) {
    Map<String, String[]> places = new LinkedHashMap<>();
    places.put("broker", new String[] {"org.apache.kafka.server.config.AbstractKafkaConfig", "kafka.server.KafkaConfig$"});
    places.put("topic", new String[] {"org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig"});
    places.put("producer", new String[] {"org.apache.kafka.clients.producer.ProducerConfig"});
    places.put("consumer", new String[] {"org.apache.kafka.clients.consumer.ConsumerConfig"});
    places.put("admin", new String[] {"org.apache.kafka.clients.admin.AdminClientConfig"});
    places.put("streams", new String[] {"org.apache.kafka.streams.StreamsConfig"});
    places.put("distributed", new String[] {"org.apache.kafka.connect.runtime.distributed.DistributedConfig"});
    places.put("standalone", new String[] {"org.apache.kafka.connect.runtime.standalone.StandaloneConfig"});
    places.put("sink", new String[] {"org.apache.kafka.connect.runtime.SinkConnectorConfig"});
    places.put("source", new String[] {"org.apache.kafka.connect.runtime.SourceConnectorConfig"});
    for (Map.Entry<String, String[]> place : places.entrySet()) {
      ConfigDef definition = null;
      for (String owner : place.getValue()) definition = definition == null ? find(owner) : definition;
      if (definition == null) System.err.println("missing: " + place.getKey());
      else for (ConfigDef.ConfigKey key : new TreeMap<>(definition.configKeys()).values()) print(place.getKey(), key);
    }
    System.exit(0);
  }

  /** The definition that a class holds, as a constant or made by a method; some are private. */
  private static ConfigDef find(String name) {
    try {
      Class<?> owner = Class.forName(name);
      Object module = null;
      for (Field field : owner.getDeclaredFields()) if (field.getName().equals("MODULE$")) module = field.get(null);
      for (String wanted : new String[] {"configDefCopy", "configDef", "config", "baseConfigDef"}) {
        for (Method method : owner.getDeclaredMethods()) {
          if (!method.getName().equals(wanted) || !ConfigDef.class.isAssignableFrom(method.getReturnType())) continue;
          method.setAccessible(true);
          if (method.getParameterCount() == 0) return (ConfigDef) method.invoke(module);
          if (method.getParameterCount() == 1 && method.getParameterTypes()[0].getSimpleName().equals("Crypto")) return (ConfigDef) method.invoke(module, system(method.getParameterTypes()[0]));
        }
      }
      for (Field field : owner.getDeclaredFields()) {
        if (!ConfigDef.class.isAssignableFrom(field.getType())) continue;
        field.setAccessible(true);
        return (ConfigDef) field.get(module);
      }
    } catch (ReflectiveOperationException | LinkageError problem) {
      System.err.println(name + ": " + problem + " " + problem.getCause());
    }
    return null;
  }

  private static Object system(Class<?> type) throws ReflectiveOperationException {
    Field field = type.getDeclaredField("SYSTEM");
    field.setAccessible(true);
    return field.get(null);
  }

  private static void print(String set, ConfigDef.ConfigKey key) {
    StringBuilder line = new StringBuilder("{");
    put(line, "set", set);
    put(line, "name", key.name);
    put(line, "type", key.type.name().toLowerCase());
    if (key.hasDefault()) put(line, "default", key.defaultValue == null ? null : written(key.defaultValue));
    put(line, "importance", key.importance.name().toLowerCase());
    if (key.validator != null) put(line, "allowed", key.validator.toString());
    if (key.internalConfig) put(line, "internal", "true");
    System.out.println(line.append("}"));
  }

  private static String written(Object value) {
    if (value instanceof Class<?> type) return type.getName();
    if (value instanceof Collection<?> values) return values.stream().map(KafkaKeys::written).collect(Collectors.joining(","));
    if (value instanceof Object[] values) return Arrays.stream(values).map(KafkaKeys::written).collect(Collectors.joining(","));
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
