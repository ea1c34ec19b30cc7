import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesJobManagerParameters;
import org.apache.flink.runtime.blob.BlobUtils;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.TableEnvironment;

/**
 * Says what Flink itself thinks of a text. One case a line on standard input, `sort base64`; one verdict a line on
 * standard output, `taken`, `refused <why>` or `unclear <why>`.
 */
public class FlinkOracle {
  public static void main(String[] arguments) throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] parts = line.split(" ", 2);
      String text = new String(Base64.getDecoder().decode(parts.length > 1 ? parts[1] : ""), StandardCharsets.UTF_8);
      System.out.println(verdict(parts[0], text).replaceAll("\\s+", " "));
    }
  }

  private static String verdict(String sort, String text) {
    try {
      switch (sort) {
        case "config":
          return config(text, false);
        case "deployment":
          return config(text, true);
        default:
          return sql(text);
      }
    } catch (Throwable problem) {
      return "refused " + root(problem);
    }
  }

  /** Reads `config.yaml` as a cluster does, and asks the parts that look at it when a JobManager starts. */
  private static String config(String yaml, boolean onKubernetes) throws Exception {
    Path folder = Files.createTempDirectory("flink-oracle");
    Files.writeString(folder.resolve("config.yaml"), yaml);
    Configuration configuration = GlobalConfiguration.loadConfiguration(folder.toString());
    if (HighAvailabilityMode.isHighAvailabilityModeActivated(configuration)) {
      try {
        BlobUtils.createBlobStoreFromConfig(configuration).close();
      } catch (java.io.IOException problem) {
        // The place is named; that its file system is not there is no fault of the file.
        if (configuration.getString("high-availability.storageDir", null) == null) throw problem;
      }
    }
    if (onKubernetes) {
      KubernetesJobManagerParameters parameters =
          new KubernetesJobManagerParameters(
              configuration, new ClusterSpecification.ClusterSpecificationBuilder().createClusterSpecification());
      parameters.getClusterId();
      parameters.getReplicas();
    }
    return "taken";
  }

  /** Runs what declares, plans what reads or writes; every Kafka table is also planned as source and as sink. */
  private static String sql(String script) {
    TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    String unclear = null;
    List<String> probes = new ArrayList<>();
    for (String statement : script.split("\u0000")) {
      String head = statement.stripLeading().toUpperCase();
      try {
        if (head.startsWith("CREATE") || head.startsWith("USE")) {
          tables.executeSql(statement);
          if (head.startsWith("CREATE TABLE") && head.contains("'KAFKA'")) probes.add(nameOf(statement));
        } else if (head.startsWith("SET")) {
          tables.getConfig().getConfiguration().setString("pipeline.name", "set");
        } else {
          tables.explainSql(statement);
        }
      } catch (SqlParserException problem) {
        return "refused " + root(problem);
      } catch (Exception problem) {
        String why = root(problem);
        if (!isForeign(why)) return "refused " + why;
        unclear = why;
      }
    }
    for (String table : probes) {
      try {
        tables.explainSql("SELECT * FROM " + table);
        tables.explainSql("INSERT INTO " + table + " SELECT * FROM " + table);
      } catch (Exception problem) {
        String why = root(problem);
        // The probe reads what the script may only write.
        if (why.contains("group.id")) continue;
        if (!isForeign(why)) return "refused " + why;
        unclear = why;
      }
    }
    return unclear == null ? "taken" : "unclear " + unclear;
  }

  /** What an example leaves out, such as the other table of a join or a connector that is not here. */
  private static boolean isForeign(String why) {
    return why.matches("(?is).*(LIKE clause not found|Unknown identifier|required options are missing|Object '.*' not found|Cannot find table|Could not find any factory|does not exist|not registered"
        + "|Database .* not|sink schema|Column types of query result|Unsupported option|Illegal table name|No operators defined).*");
  }

  private static String nameOf(String statement) {
    String[] words = statement.strip().split("[\\s(]+");
    return words[2];
  }

  private static String root(Throwable problem) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = problem; each != null; each = each.getCause()) text.append(each.getMessage()).append(" | ");
    return text.length() > 600 ? text.substring(0, 600) : text.toString();
  }
}
