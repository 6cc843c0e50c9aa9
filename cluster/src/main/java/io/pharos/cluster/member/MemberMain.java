package io.pharos.cluster.member;

import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.Idle;
import io.pharos.cluster.transport.MemberAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A process with one member of the core and nothing else. Exit status 0 after SIGTERM, 2 for wrong options, and the
 * status of {@link StartRefusedException.Reason} if the member must not run.
 */
public final class MemberMain {

    private static final String USAGE = """
            A member of the core.
              --member=N             its index in the list of members
              --members=HOST:PORT,…  all members, by index; each uses six ports from PORT on
              --directory=DIR        its own
              --secret-file=FILE     the secret that members and clients share
              --bootstrap            make a new cluster if all members are empty
              --guard-wait=SECONDS   how long an empty member looks for the others (60)
              --snapshot=SECONDS     between snapshots (3600); 0 for none
              --idle=park|backoff|spin""";

    private static final Set<String> OPTIONS =
            Set.of("member", "members", "directory", "secret-file", "bootstrap", "guard-wait", "snapshot", "idle");

    /** How long a member may take to close before the process ends without it. */
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    private MemberMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        MemberSettings settings;
        try {
            settings = settings(options(arguments));
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        var supervisor =
                new MemberSupervisor(settings, line -> System.out.println(java.time.Instant.now() + " " + line));
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            supervisor.close();
            try {
                main.join(CLOSE_MAX.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }));
        int exitStatus = supervisor.run();
        if (exitStatus != 0) {
            // A part that hangs must not keep a refused process alive.
            Runtime.getRuntime().halt(exitStatus);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name =
                    argument.startsWith("--") ? argument.substring(2, equals < 0 ? argument.length() : equals) : "";
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("'" + argument + "' is no option");
            }
            options.put(name, equals < 0 ? "true" : argument.substring(equals + 1));
        }
        for (String name : new String[] {"member", "members", "directory", "secret-file"}) {
            if (!options.containsKey(name)) {
                throw new IllegalArgumentException("--" + name + " is missing");
            }
        }
        return options;
    }

    private static MemberSettings settings(Map<String, String> options) throws IOException {
        return new MemberSettings(
                Integer.parseInt(options.getOrDefault("member", "")),
                MemberAddress.parse(options.getOrDefault("members", "")),
                Path.of(options.getOrDefault("directory", "")),
                options.containsKey("bootstrap"),
                ClusterSecret.of(Files.readString(Path.of(options.getOrDefault("secret-file", "")))
                        .strip()),
                Idle.valueOf(options.getOrDefault("idle", "park").toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(Long.parseLong(options.getOrDefault("guard-wait", "60"))),
                Duration.ofSeconds(Long.parseLong(options.getOrDefault("snapshot", "3600"))));
    }
}
