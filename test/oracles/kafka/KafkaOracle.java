import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.mirror.MirrorMakerConfig;
import org.apache.kafka.connect.runtime.SinkConnectorConfig;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.distributed.Crypto;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConfigInfos;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;
import org.apache.kafka.connect.util.FutureCallback;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Asks Kafka's own parsers. `defaults` prints every configuration key with its type and default; `judge` reads lines
 * of `id TAB sort TAB base64(properties)` and answers `id TAB accepted` or `id TAB refused TAB why`.
 */
public final class KafkaOracle {
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1 && arguments[0].equals("defaults")) {
      printDefaults();
    } else if (arguments.length == 1 && arguments[0].equals("judge")) {
      judgeAll();
    } else {
      System.err.println("Usage: KafkaOracle defaults | judge");
      System.exit(2);
    }
    System.exit(0);
  }

  private static void printDefaults() throws Exception {
    Map<String, ConfigDef> definitions = new LinkedHashMap<>();
    definitions.put("producer", ProducerConfig.configDef());
    definitions.put("consumer", ConsumerConfig.configDef());
    definitions.put("admin", AdminClientConfig.configDef());
    definitions.put("broker", AbstractKafkaConfig.CONFIG_DEF);
    definitions.put("topic", LogConfig.configDefCopy());
    definitions.put("connect-distributed", definitionOf(DistributedConfig.class, "config", Crypto.SYSTEM));
    definitions.put("connect-standalone", definitionOf(StandaloneConfig.class, "CONFIG"));
    definitions.put("sink", SinkConnectorConfig.configDef());
    definitions.put("source", SourceConnectorConfig.configDef());
    definitions.put("streams", StreamsConfig.configDef());
    for (Map.Entry<String, ConfigDef> definition : definitions.entrySet()) {
      for (ConfigDef.ConfigKey key : new TreeMap<>(definition.getValue().configKeys()).values()) {
        Object value = key.hasDefault() ? key.defaultValue : "(required)";
        System.out.println(definition.getKey() + "\t" + key.name + "\t" + key.type + "\t" + value);
      }
    }
  }

  /** Connect's definitions are private: one a constant, one made by a method. */
  private static ConfigDef definitionOf(Class<?> owner, String name, Object... parameters) throws Exception {
    for (Field field : owner.getDeclaredFields()) {
      if (!field.getName().equals(name)) continue;
      field.setAccessible(true);
      return (ConfigDef) field.get(null);
    }
    for (Method method : owner.getDeclaredMethods()) {
      if (!method.getName().equals(name) || method.getParameterCount() != parameters.length) continue;
      method.setAccessible(true);
      return (ConfigDef) method.invoke(null, parameters);
    }
    throw new IllegalStateException(owner + " has no " + name);
  }

  private static void judgeAll() throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] parts = line.split("\t");
      Properties properties = new Properties();
      properties.load(new StringReader(new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8)));
      Map<String, String> values = new HashMap<>();
      for (String name : properties.stringPropertyNames()) values.put(name, properties.getProperty(name));
      String refusal = refusalOf(parts[1], values);
      System.out.println(parts[0] + "\t" + (refusal == null ? "accepted" : "refused\t" + refusal.replaceAll("\\s+", " ")));
    }
  }

  private static String refusalOf(String sort, Map<String, String> values) {
    try {
      judge(sort, values);
      return null;
    } catch (Refused refused) {
      return refused.getMessage();
    } catch (Throwable failure) {
      StringBuilder why = new StringBuilder();
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        why.append(cause.getClass().getSimpleName()).append(": ").append(cause.getMessage()).append(" | ");
      }
      return why.toString();
    }
  }

  private static void judge(String sort, Map<String, String> values) throws Exception {
    Map<String, Object> client = new HashMap<>(values);
    switch (sort) {
      case "producer" -> {
        client.keySet().removeAll(List.of("key.serializer", "value.serializer"));
        client.put("bootstrap.servers", "127.0.0.1:9");
        new KafkaProducer<>(completeClient(client), new ByteArraySerializer(), new ByteArraySerializer()).close(Duration.ZERO);
      }
      case "consumer" -> {
        client.keySet().removeAll(List.of("key.deserializer", "value.deserializer"));
        client.put("bootstrap.servers", "127.0.0.1:9");
        new KafkaConsumer<>(completeClient(client), new ByteArrayDeserializer(), new ByteArrayDeserializer()).close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
      }
      case "broker" -> new kafka.server.KafkaConfig(completeBroker(client), false);
      case "topic" -> LogConfig.validate(values);
      case "connect-distributed" -> new DistributedConfig(completeWorker(values));
      case "connect-standalone" -> new StandaloneConfig(completeWorker(values));
      case "connector" -> judgeConnector(values);
      case "streams" -> new StreamsConfig(client);
      case "mirror-maker" -> new MirrorMakerConfig(values);
      default -> throw new IllegalArgumentException("Unknown sort " + sort);
    }
  }

  /** Key stores and classes of other products are not here; what they are is not what is judged. */
  private static <V> Map<String, V> withoutPlugins(Map<String, V> values) {
    Map<String, V> kept = new HashMap<>(values);
    kept.keySet().removeIf(key -> key.endsWith("store.location") || key.endsWith("store.password") || key.endsWith("key.password"));
    kept.values().removeIf(value -> value.toString().startsWith("io.confluent.") || value.toString().startsWith("io.apicurio."));
    return kept;
  }

  /** Excerpts leave out what every broker file has; a broker that says nothing of KRaft at all is left as it is. */
  private static Map<String, Object> completeBroker(Map<String, Object> values) {
    Map<String, Object> complete = new HashMap<>(withoutPlugins(values));
    if (!complete.containsKey("process.roles")) {
      if (complete.containsKey("zookeeper.connect")) return complete;
      complete.put("process.roles", "broker");
    }
    String roles = complete.get("process.roles").toString();
    complete.putIfAbsent("node.id", complete.getOrDefault("broker.id", roles.contains("controller") ? "1" : "1000"));
    complete.putIfAbsent("controller.listener.names", "CONTROLLER");
    if (roles.trim().equals("controller")) {
      complete.putIfAbsent("listeners", "CONTROLLER://localhost:9093");
    } else if (roles.contains("controller")) {
      complete.putIfAbsent("listeners", "PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093");
    }
    if (!complete.containsKey("controller.quorum.voters")) complete.putIfAbsent("controller.quorum.bootstrap.servers", "localhost:9093");
    String map = complete.getOrDefault("listener.security.protocol.map", ALL_PROTOCOLS).toString();
    if (!map.contains("CONTROLLER:")) complete.put("listener.security.protocol.map", map + ",CONTROLLER:PLAINTEXT");
    return complete;
  }

  private static final String ALL_PROTOCOLS = "PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL";

  /** The same for workers; converters of other products are not here. */
  private static Map<String, String> completeWorker(Map<String, String> values) {
    Map<String, String> complete = new HashMap<>(withoutPlugins(values));
    for (String converter : List.of("key.converter", "value.converter")) complete.put(converter, JsonConverter.class.getName());
    complete.putIfAbsent("bootstrap.servers", "127.0.0.1:9");
    for (String key : List.of("group.id", "offset.storage.topic", "config.storage.topic", "status.storage.topic")) {
      complete.putIfAbsent(key, "any-" + key);
    }
    return complete;
  }

  /** A login, where an excerpt asks for one without telling who logs in. */
  private static Map<String, Object> completeClient(Map<String, Object> values) {
    Map<String, Object> complete = new HashMap<>(withoutPlugins(values));
    if (complete.getOrDefault("security.protocol", "").toString().toUpperCase().startsWith("SASL")) {
      complete.putIfAbsent("sasl.mechanism", "PLAIN");
      complete.putIfAbsent("sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" password=\"b\";");
    }
    return complete;
  }

  /** What `PUT /connector-plugins/{class}/config/validate` answers, without the web server around it. */
  private static void judgeConnector(Map<String, String> given) throws Exception {
    Map<String, String> values = new HashMap<>(given);
    String named = values.getOrDefault("connector.class", "");
    boolean sink = named.contains("Sink") || values.containsKey("topics") || values.containsKey("topics.regex");
    if (!named.startsWith("org.apache.kafka.")) {
      values.put("connector.class", "org.apache.kafka.connect.file.FileStream" + (sink ? "Sink" : "Source") + "Connector");
      if (!sink) values.putIfAbsent("topic", "any");
    }
    values.putIfAbsent("name", "judged");
    values.values().removeIf(value -> value.startsWith("io.confluent.") || value.startsWith("io.apicurio.") || value.startsWith("io.debezium."));
    ConfigInfos answer = herder().validate(values);
    List<String> errors = new ArrayList<>();
    answer.configs().forEach(info -> info.configValue().errors().forEach(error -> errors.add(info.configValue().name() + ": " + error)));
    if (!errors.isEmpty()) throw new Refused(String.join(" | ", errors));
  }

  private static ConnectorValidation validation;

  private static ConnectorValidation herder() {
    if (validation == null) validation = new ConnectorValidation();
    return validation;
  }

  private static final class ConnectorValidation {
    private final StandaloneHerder herder;

    ConnectorValidation() {
      Map<String, String> settings = new HashMap<>();
      settings.put("bootstrap.servers", "127.0.0.1:9");
      settings.put("key.converter", JsonConverter.class.getName());
      settings.put("value.converter", JsonConverter.class.getName());
      settings.put("offset.storage.file.filename", "/dev/null");
      settings.put("plugin.discovery", "service_load");
      Plugins plugins = new Plugins(settings);
      plugins.compareAndSwapWithDelegatingLoader();
      StandaloneConfig config = new StandaloneConfig(settings) {
        @Override
        public String kafkaClusterId() {
          return "oracle-cluster";
        }
      };
      AllConnectorClientConfigOverridePolicy policy = new AllConnectorClientConfigOverridePolicy();
      Worker worker = new Worker("oracle", Time.SYSTEM, plugins, config, new MemoryOffsetBackingStore() {
        @Override
        public java.util.Set<Map<String, Object>> connectorPartitions(String connectorName) {
          return java.util.Set.of();
        }
      }, policy);
      herder = new StandaloneHerder(worker, "oracle-cluster", policy);
    }

    ConfigInfos validate(Map<String, String> values) throws Exception {
      FutureCallback<ConfigInfos> answer = new FutureCallback<>();
      herder.validateConnectorConfig(values, answer);
      return answer.get(30, TimeUnit.SECONDS);
    }
  }

  private static final class Refused extends RuntimeException {
    Refused(String why) {
      super(why);
    }
  }
}
