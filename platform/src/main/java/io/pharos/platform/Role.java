package io.pharos.platform;

import io.pharos.platform.accounts.AccountsConfiguration;
import io.pharos.platform.core.CoreConfiguration;
import io.pharos.platform.edge.EdgeConfiguration;
import io.pharos.platform.information.InformationConfiguration;
import io.pharos.platform.information.Notices;
import io.pharos.platform.market.MarketConfiguration;
import io.pharos.platform.market.MarketQuotes;
import io.pharos.platform.operations.OperationsConfiguration;
import io.pharos.platform.payments.PaymentsConfiguration;
import io.pharos.platform.sandbox.SandboxConfiguration;
import io.pharos.platform.sandbox.bank.SandboxBank;
import io.pharos.platform.trading.TradingConfiguration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a process can be. This is the whole table: a role's configuration is imported only when the role is asked for;
 * its published interface is called directly in the same process and over HTTP from another; its public paths and the
 * channels of the stream are forwarded to its process when it runs elsewhere. A role needs those listed to its right in the same process.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of: the checker wants Guava's
public enum Role {
    EDGE(EdgeConfiguration.class, null, Core.UNUSED, List.of("edge"), List.of(), List.of()),
    CORE(CoreConfiguration.class, null, Core.CALLED, List.of(), List.of(), List.of()),
    WEB(WebConfiguration.class, null, Core.UNUSED, List.of(), List.of(), List.of()),
    ACCOUNTS(
            AccountsConfiguration.class,
            null,
            Core.CALLED,
            List.of("accounts"),
            List.of("/api/v1/registrations", "/api/v1/session", "/api/v1/me"),
            List.of(),
            EDGE),
    TRADING(
            TradingConfiguration.class,
            null,
            Core.CALLED,
            List.of("trading"),
            List.of(
                    "/api/v1/orders",
                    "/api/v1/order-lists",
                    "/api/v1/executions",
                    "/api/v1/balances",
                    "/api/v1/positions",
                    "/api/v1/movements",
                    "/api/v1/limits",
                    "/api/v1/kill-switches",
                    "/api/v1/settlement",
                    "/api/v1/corporate-actions",
                    "/api/v1/ledger",
                    "/api/v1/venues"),
            List.of("account"),
            EDGE),
    MARKET(
            MarketConfiguration.class,
            MarketQuotes.class,
            Core.CALLED,
            List.of("market"),
            List.of("/api/v1/instruments", "/api/v1/quotes"),
            List.of("quotes", "depth", "book", "trades", "candles"),
            EDGE),
    PAYMENTS(
            PaymentsConfiguration.class,
            null,
            Core.CALLED,
            List.of("payments"),
            List.of("/api/v1/deposits", "/api/v1/withdrawals", "/api/v1/payments"),
            List.of(),
            EDGE),
    INFORMATION(
            InformationConfiguration.class,
            Notices.class,
            Core.UNUSED,
            List.of("information"),
            List.of("/api/v1/notices", "/api/v1/glossary"),
            List.of(),
            EDGE),
    OPERATIONS(
            OperationsConfiguration.class,
            null,
            Core.CALLED,
            List.of("operations"),
            List.of("/api/v1/status", "/api/v1/operations"),
            List.of("status"),
            EDGE),
    SANDBOX(
            SandboxConfiguration.class,
            SandboxBank.class,
            Core.CALLED,
            List.of("sandbox"),
            List.of("/api/v1/sandbox"),
            List.of(),
            EDGE);

    /** Whether a role needs a way to the core. */
    private enum Core {
        CALLED,
        UNUSED
    }

    private final Class<?> configuration;
    private final @Nullable Class<?> published;
    private final Core core;
    private final List<String> schemas;
    private final List<String> publicPaths;
    private final List<String> channels;
    private final List<Role> needs;

    Role(
            Class<?> configuration,
            @Nullable Class<?> published,
            Core core,
            List<String> schemas,
            List<String> publicPaths,
            List<String> channels,
            Role... needs) {
        this.configuration = configuration;
        this.published = published;
        this.core = core;
        this.schemas = schemas;
        this.publicPaths = publicPaths;
        this.channels = channels;
        this.needs = List.of(needs);
    }

    /** The name on the command line. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The configuration class that starts the role. */
    public Class<?> configuration() {
        return configuration;
    }

    /** The interface through which other roles call this one. */
    public Optional<Class<?>> published() {
        return Optional.ofNullable(published);
    }

    /** Whether the role sends commands to the core or reads its journal. */
    public boolean callsCore() {
        return core == Core.CALLED;
    }

    /** The database schemas that only this role uses. */
    public List<String> schemas() {
        return schemas;
    }

    /** The beginnings of the public paths that the role serves. */
    public List<String> publicPaths() {
        return publicPaths;
    }

    /** The channels of the stream that the role serves: what stands before the colon of their names. */
    public List<String> channels() {
        return channels;
    }

    /** The roles that must run in the same process. */
    public List<Role> needs() {
        return needs;
    }

    /**
     * Reads {@code "all"} or comma-separated names; what these need is added.
     *
     * @throws IllegalArgumentException naming the first name that is no role
     */
    public static Set<Role> parse(String names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if ("all".equals(names)) {
            return EnumSet.allOf(Role.class);
        }
        for (String name : names.split(",", -1)) {
            Role role = Arrays.stream(values())
                    .filter(candidate -> candidate.roleName().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no role is called \"" + name.strip() + "\"; --list-roles shows them"));
            roles.add(role);
            roles.addAll(role.needs);
        }
        return roles;
    }

    /** The table as text, one role a line. */
    public static String table() {
        String line = "%-12s %-28s %-22s %s%n";
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, line, "role", "configuration", "published interface", "needs"));
        for (Role role : values()) {
            table.append(String.format(
                    Locale.ROOT,
                    line,
                    role.roleName(),
                    role.configuration.getSimpleName(),
                    role.published().map(Class::getSimpleName).orElse("-"),
                    role.needs.isEmpty()
                            ? "-"
                            : role.needs.stream().map(Role::roleName).collect(Collectors.joining(", "))));
        }
        return table.toString();
    }
}
