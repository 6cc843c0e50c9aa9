package io.pharos.platform.payments;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.AssetEntry;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.AccountWritten;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.iso20022.PaymentInitiation;
import io.pharos.platform.payments.BankGateway.Answer;
import io.pharos.platform.payments.Payment.Kind;
import io.pharos.platform.payments.Payment.Status;
import io.pharos.platform.payments.Payment.Step;
import io.pharos.platform.peer.RoleUnavailable;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes a payment from step to step until it is done or has to wait. Every step is stored before the next one begins,
 * and no database transaction is open while the bank or the core is called. Whoever calls has taken the payment.
 */
final class PaymentProcess {
    private static final Duration RETRY_MIN = Duration.ofMillis(500);
    private static final Duration RETRY_MAX = Duration.ofSeconds(30);
    private static final int DOUBLINGS_MAX = 6;
    private static final String HOUSE_ACCOUNT_AT_BANK = "PHAROS-CLEARING";

    private final PaymentTable payments;
    private final BankGateway bank;
    private final CoreCalls core;
    private final Catalogue catalogue;
    private final Clock clock;
    private final ApplicationEventPublisher written;

    PaymentProcess(
            PaymentTable payments,
            BankGateway bank,
            CoreCalls core,
            Catalogue catalogue,
            Clock clock,
            ApplicationEventPublisher written) {
        this.payments = payments;
        this.bank = bank;
        this.core = core;
        this.catalogue = catalogue;
        this.clock = clock;
        this.written = written;
    }

    /** Goes on until the payment is done or waits; returns how it stands. */
    Payment advance(Payment payment) {
        Payment current = payment;
        try {
            while (current.step() != Step.DONE) {
                Payment next = step(current);
                boolean waits = next.attempts() > current.attempts();
                store(next, waits ? delay(next.attempts()) : PaymentTable.LEASE);
                current = next;
                if (waits) {
                    return current;
                }
            }
            return current;
        } catch (RoleUnavailable e) {
            Payment waiting = current.again(current.step(), current.status());
            store(waiting, delay(waiting.attempts()));
            return waiting;
        }
    }

    private Payment step(Payment payment) {
        return switch (payment.step()) {
            case HOLD -> hold(payment);
            case SEND -> send(payment);
            case ASK -> heard(payment, bank.ask(payment.endToEndId()));
            case BOOK -> book(payment);
            case RELEASE -> release(payment);
            case DONE -> payment;
        };
    }

    private Payment hold(Payment payment) {
        Payment recorded = recorded(payment);
        CommandReply reply = run(
                recorded,
                new CoreCommand.Hold(
                        payment.accountId(),
                        payment.assetId(),
                        payment.amountMinor(),
                        0,
                        PostingCode.WITHDRAWAL,
                        payment.number()));
        return switch (reply.outcome()) {
            case ACCEPTED -> recorded.held(reply.entityId());
            case UNKNOWN -> recorded.again(Step.HOLD, Status.UNKNOWN);
            default -> recorded.rejected(Step.DONE, reply.outcome().name());
        };
    }

    private Payment send(Payment payment) {
        // From here on the bank may know of it, so after a crash it is asked before anything is sent again.
        Payment asking = payment.at(Step.ASK, payment.status());
        store(asking, PaymentTable.LEASE);
        return heard(asking, bank.send(initiation(payment)));
    }

    private static Payment heard(Payment payment, Answer answer) {
        return switch (answer) {
            case Answer.Settled settled -> payment.at(Step.BOOK, Status.PENDING);
            case Answer.Rejected rejected ->
                payment.rejected(
                        payment.kind() == Kind.WITHDRAWAL ? Step.RELEASE : Step.DONE,
                        ("BANK_" + rejected.reason()).toUpperCase(Locale.ROOT));
            case Answer.Pending pending -> payment.again(Step.ASK, Status.PENDING);
            case Answer.NotKnown notKnown -> payment.again(Step.SEND, Status.PENDING);
            case Answer.NotReached notReached ->
                // An ask that did not get through says nothing about what was sent before.
                payment.again(Step.ASK, payment.status());
            case Answer.Silent silent -> payment.again(Step.ASK, Status.UNKNOWN);
        };
    }

    private Payment book(Payment payment) {
        Payment recorded = recorded(payment);
        CoreCommand command = payment.kind() == Kind.DEPOSIT
                ? new CoreCommand.Transfer(
                        HouseAccount.BANK_CLEARING.accountId(),
                        payment.accountId(),
                        payment.assetId(),
                        payment.amountMinor(),
                        PostingCode.DEPOSIT,
                        payment.number())
                : new CoreCommand.CaptureHold(
                        payment.holdId(), HouseAccount.BANK_CLEARING.accountId(), payment.amountMinor());
        return finished(recorded, run(recorded, command).outcome(), recorded.at(Step.DONE, Status.COMPLETED));
    }

    private Payment release(Payment payment) {
        Payment recorded = recorded(payment);
        Outcome outcome =
                run(recorded, new CoreCommand.ReleaseHold(payment.holdId())).outcome();
        return finished(recorded, outcome, recorded.at(Step.DONE, Status.REJECTED));
    }

    private static Payment finished(Payment payment, Outcome outcome, Payment done) {
        return switch (outcome) {
            case ACCEPTED -> done;
            case UNKNOWN -> payment.again(payment.step(), Status.UNKNOWN);
            // The bank has moved the money and the core refuses to book it: nobody may guess, staff must look.
            default ->
                throw new IllegalStateException(payment.id() + " cannot be booked: the core answered " + outcome);
        };
    }

    /** The payment with the identity of its step's command, stored before the command is sent. */
    private Payment recorded(Payment payment) {
        boolean ours = payment.clientId() == core.clientId();
        if (ours || (payment.clientId() != 0 && core.seen(payment.clientId(), payment.commandId()))) {
            return payment;
        }
        Payment recorded = payment.sending(core.clientId(), core.next());
        store(recorded, PaymentTable.LEASE);
        return recorded;
    }

    private CommandReply run(Payment payment, CoreCommand command) {
        CommandReply reply =
                core.run(new CommandRef(payment.clientId(), payment.commandId(), payment.attempts() > 0), command);
        if (reply.isAccepted()) {
            written.publishEvent(new AccountWritten(payment.accountId(), reply.sequence()));
        }
        return reply;
    }

    private PaymentInitiation initiation(Payment payment) {
        AssetEntry asset = catalogue.assets().stream()
                .filter(entry -> entry.assetId() == payment.assetId())
                .findFirst()
                .orElseThrow();
        return new PaymentInitiation(
                payment.kind() == Kind.DEPOSIT
                        ? PaymentInitiation.Kind.DIRECT_DEBIT
                        : PaymentInitiation.Kind.CREDIT_TRANSFER,
                payment.endToEndId(),
                payment.createdAt(),
                asset.code(),
                BigDecimal.valueOf(payment.amountMinor(), asset.scale()),
                "Customer " + payment.accountId(),
                "SANDBOX-" + payment.accountId(),
                HOUSE_ACCOUNT_AT_BANK);
    }

    private void store(Payment payment, Duration until) {
        Instant now = clock.instant();
        payments.update(payment, now.plus(until), now);
    }

    /** Doubles from half a second to half a minute. */
    private static Duration delay(int attempts) {
        Duration doubled = RETRY_MIN.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS_MAX));
        return doubled.compareTo(RETRY_MAX) < 0 ? doubled : RETRY_MAX;
    }
}
