package io.pharos.platform;

import io.pharos.platform.host.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line, read and checked.
 *
 * @param data the data directory
 * @param host the address to listen on
 * @param port 0 to 65535; 0 is any free one
 * @param roles what this process is
 * @param peers where other roles are
 * @param databaseUrl an external PostgreSQL; absent for the embedded one
 * @param databasePasswordFile holds the password of {@code databaseUser}
 * @param internalSecretFile holds what the processes of one installation show each other; absent for this one's own
 * @param corePort the first port of the embedded core member; 0 is any free range
 * @param coreMembers addresses of the core's members in other processes, {@code host:port}
 * @param coreSecretFile holds what members and clients of the core show each other; absent for this process's own
 * @param rebuildProjections whether to empty what is derived from the journal and derive it again
 * @param exitAfterStart whether to stop as soon as everything has started (records the class data of a start)
 * @param settings further properties of the application, as {@code --pharos.edge.orders-per-second=9}
 */
public record Options(
        Path data,
        String host,
        int port,
        Set<Role> roles,
        Map<String, URI> peers,
        Optional<String> databaseUrl,
        String databaseUser,
        Optional<Path> databasePasswordFile,
        Optional<Path> internalSecretFile,
        int corePort,
        List<String> coreMembers,
        Optional<Path> coreSecretFile,
        boolean rebuildProjections,
        boolean exitAfterStart,
        List<String> settings) {

    static final String HELP = """
            --data DIR                 where all state lives (./data)
            --port N                   the HTTP port (8080; 0: any free one)
            --host ADDRESS             the address to listen on (127.0.0.1)
            --roles ROLE,...           what this process is (all)
            --list-roles               print the table of roles and stop
            --peer ROLE=URL            where a role is that runs in another process; may be repeated
            --database-url URL         an external PostgreSQL, jdbc:postgresql://host:port/name (else: embedded)
            --database-user NAME       its user, who may make schemas (postgres)
            --database-password-file F holds that user's password
            --internal-secret-file F   what the processes of one installation show each other
            --core-port N              the first of the core member's ports (9000; 0: any free ones)
            --core-members HOST:PORT,… the core's members, if they run elsewhere
            --core-secret-file F       what the core's members and clients show each other
            --rebuild-projections      write the tables that are derived from the journal again, from its first event
            --exit-after-start         stop when everything has started
            --NAME.NAME=VALUE          a property of the application, as --pharos.edge.orders-per-second=9
            """;

    private static final int PORT_MAX = 65_535;
    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_CORE_PORT = 9000;

    public Options {
        roles = Set.copyOf(roles);
        peers = Map.copyOf(peers);
        coreMembers = List.copyOf(coreMembers);
        settings = List.copyOf(settings);
    }

    /** The log of the process. */
    public Path log() {
        return data.toAbsolutePath().normalize().resolve("logs").resolve("pharos.log");
    }

    /**
     * Reads {@code --name value} and {@code --name=value}.
     *
     * @throws StartRefused naming the first option that is wrong
     */
    public static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        Map<String, URI> peers = new HashMap<>();
        List<String> settings = new ArrayList<>();
        Set<String> flags = new HashSet<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (FLAGS.contains(argument)) {
                flags.add(argument);
            } else if (name.startsWith("--") && name.contains(".")) {
                settings.add(argument);
            } else if (!NAMES.contains(name)) {
                throw new StartRefused("unknown option " + name + "; --help lists the options");
            } else if (equals < 0 && index + 1 == arguments.size()) {
                throw new StartRefused("option " + name + " needs a value");
            } else {
                String value = equals < 0 ? arguments.get(++index) : argument.substring(equals + 1);
                if (name.equals("--peer")) {
                    addPeer(peers, value);
                } else {
                    given.put(name, value);
                }
            }
        }
        return of(given, peers, flags, settings);
    }

    /** Those that take none. */
    static final Set<String> FLAGS = Set.of("--rebuild-projections", "--exit-after-start");

    /** Those that take a value. */
    static final Set<String> NAMES = Set.of(
            "--data",
            "--host",
            "--port",
            "--roles",
            "--peer",
            "--database-url",
            "--database-user",
            "--database-password-file",
            "--internal-secret-file",
            "--core-port",
            "--core-members",
            "--core-secret-file");

    private static Options of(
            Map<String, String> given, Map<String, URI> peers, Set<String> flags, List<String> settings) {
        Set<Role> roles;
        try {
            roles = Role.parse(given.getOrDefault("--roles", "all"));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(String.valueOf(e.getMessage()), e);
        }
        Optional<String> url = Optional.ofNullable(given.get("--database-url"));
        Optional<Path> passwordFile =
                Optional.ofNullable(given.get("--database-password-file")).map(Path::of);
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql://")) {
            throw new StartRefused("--database-url must begin with jdbc:postgresql://");
        }
        if (url.isPresent() && passwordFile.isEmpty()) {
            throw new StartRefused("--database-url needs --database-password-file");
        }
        String members = given.getOrDefault("--core-members", "");
        if (roles.contains(Role.CORE) && !members.isEmpty()) {
            throw new StartRefused("--core-members is for processes without the role core");
        }
        boolean rebuild = flags.contains("--rebuild-projections");
        if (rebuild && !roles.contains(Role.TRADING)) {
            throw new StartRefused("--rebuild-projections is for processes with the role trading");
        }
        return new Options(
                Path.of(given.getOrDefault("--data", "data")),
                given.getOrDefault("--host", "127.0.0.1"),
                port(given, "--port", DEFAULT_PORT),
                roles,
                peers,
                url,
                given.getOrDefault("--database-user", "postgres"),
                passwordFile,
                Optional.ofNullable(given.get("--internal-secret-file")).map(Path::of),
                port(given, "--core-port", DEFAULT_CORE_PORT),
                members.isEmpty() ? List.of() : List.of(members.split(",", -1)),
                Optional.ofNullable(given.get("--core-secret-file")).map(Path::of),
                rebuild,
                flags.contains("--exit-after-start"),
                settings);
    }

    private static int port(Map<String, String> given, String name, int standard) {
        String text = given.get(name);
        if (text == null) {
            return standard;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > PORT_MAX) {
            throw new StartRefused("option " + name + " must be a number from 0 to " + PORT_MAX + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private static void addPeer(Map<String, URI> peers, String value) {
        int equals = value.indexOf('=');
        if (equals < 1 || !value.substring(equals + 1).matches("https?://\\S+")) {
            throw new StartRefused("option --peer must be ROLE=http://host:port, not " + value);
        }
        String role = value.substring(0, equals);
        try {
            Role.parse(role);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(String.valueOf(e.getMessage()), e);
        }
        peers.put(role, URI.create(value.substring(equals + 1)));
    }
}
