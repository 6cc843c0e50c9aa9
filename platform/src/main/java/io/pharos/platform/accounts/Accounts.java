package io.pharos.platform.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.accounts.Customer.ColourScheme;
import io.pharos.platform.accounts.Customer.Theme;
import io.pharos.platform.accounts.SecurityEvents.Kind;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.edge.Origin;
import io.pharos.protocol.AccountKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registration, sign-in and profile. An account exists twice: as a row here and as an account in the core. The row comes
 * first; if the core does not answer then, the next sign-in opens the account, as registering twice changes nothing.
 */
final class Accounts {
    static final int FAILURES_MAX = 10;
    static final Duration FAILURE_WINDOW = Duration.ofMinutes(15);

    private final CustomerTable customers;
    private final PasswordHasher hasher;
    private final SecondFactor secondFactor;
    private final SecurityEvents events;
    private final CoreCalls core;
    private final Clock clock;

    Accounts(
            CustomerTable customers,
            PasswordHasher hasher,
            SecondFactor secondFactor,
            SecurityEvents events,
            CoreCalls core,
            Clock clock) {
        this.customers = customers;
        this.hasher = hasher;
        this.secondFactor = secondFactor;
        this.events = events;
        this.core = core;
        this.clock = clock;
    }

    /** What became of a registration or a sign-in. */
    sealed interface Entry {
        record Entered(Customer customer) implements Entry {}

        /**
         * Why not.
         *
         * @param retryAfter zero where waiting does not help
         */
        record Refused(AccountProblem problem, Duration retryAfter) implements Entry {}
    }

    /** Who wants an account; the fields are already checked. */
    record Registration(EmailAddress email, Password password, String displayName, String language) {}

    /** What somebody shows to prove who they are; the code where the account has a second factor. */
    record Proof(
            EmailAddress email, Password password, @Nullable String code) {}

    Entry register(Registration registration, CallerRole role, Origin origin) {
        Customer customer = new Customer(
                "cus_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", ""),
                customers.nextAccountId(),
                registration.email(),
                registration.displayName(),
                role,
                registration.language(),
                ColourScheme.AUTO,
                Theme.SYSTEM,
                clock.instant(),
                false);
        if (!customers.insert(customer, hasher.hash(registration.password()))) {
            return new Entry.Refused(AccountProblem.EMAIL_TAKEN, Duration.ZERO);
        }
        events.add(customer.customerId(), Kind.REGISTERED, origin);
        open(customer);
        return new Entry.Entered(customer);
    }

    /** The answer for an unknown name is the answer for a wrong password, in content and in time. */
    Entry signIn(Proof proof, Origin origin) {
        EmailAddress email = proof.email();
        Password password = proof.password();
        Instant now = clock.instant();
        Instant windowStart = now.minus(FAILURE_WINDOW);
        Optional<Instant> blocked = customers.blockedSince(email, FAILURES_MAX, windowStart);
        Optional<Customer> known = customers.byEmail(email);
        if (blocked.isPresent()) {
            note(known, Kind.BLOCKED, origin);
            return new Entry.Refused(AccountProblem.SIGN_IN_BLOCKED, Duration.between(windowStart, blocked.get()));
        }
        Optional<String> hash = customers.passwordHash(email);
        boolean matches = hash.isPresent() ? hasher.matches(password, hash.get()) : hasher.matchesNothing(password);
        if (!matches) {
            customers.countFailure(email, now, windowStart);
            note(known, Kind.WRONG_PASSWORD, origin);
            return new Entry.Refused(AccountProblem.BAD_CREDENTIALS, Duration.ZERO);
        }
        Customer customer = known.orElseThrow();
        SecondFactor.Check check = secondFactor.check(customer.customerId(), proof.code());
        switch (check) {
            case MISSING -> {
                return new Entry.Refused(AccountProblem.SECOND_FACTOR_REQUIRED, Duration.ZERO);
            }
            case WRONG -> {
                customers.countFailure(email, now, windowStart);
                note(known, Kind.WRONG_CODE, origin);
                return new Entry.Refused(AccountProblem.SECOND_FACTOR_WRONG, Duration.ZERO);
            }
            case NOT_NEEDED, CODE, RECOVERY_CODE -> customers.forgetFailures(email);
        }
        if (!customer.accountOpen()) {
            open(customer);
        }
        boolean byRecoveryCode = check == SecondFactor.Check.RECOVERY_CODE;
        note(known, byRecoveryCode ? Kind.SIGNED_IN_BY_RECOVERY_CODE : Kind.SIGNED_IN, origin);
        return new Entry.Entered(customer);
    }

    /** Whether this is the customer's present password. */
    boolean hasPassword(Customer customer, Password password) {
        return customers
                .passwordHash(customer.email())
                .map(hash -> hasher.matches(password, hash))
                .orElse(false);
    }

    void changePassword(String customerId, Password password) {
        customers.changePassword(customerId, hasher.hash(password));
    }

    private void note(Optional<Customer> customer, Kind kind, Origin origin) {
        customer.ifPresent(known -> events.add(known.customerId(), kind, origin));
    }

    Optional<Customer> find(String customerId) {
        return customers.byId(customerId);
    }

    void update(Customer customer) {
        customers.update(customer);
    }

    private void open(Customer customer) {
        CommandReply reply = core.run(new CoreCommand.RegisterAccount(customer.accountId(), AccountKind.CUSTOMER));
        if (reply.isAccepted()) {
            customers.markOpen(customer.customerId());
        }
    }
}
