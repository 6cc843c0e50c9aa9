package io.pharos.platform.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deposit or a withdrawal, and how far it has come.
 *
 * <pre>
 *   deposit:              SEND ⇄ ASK ──settled──► BOOK ──► DONE (COMPLETED)
 *                                 └───rejected──────────► DONE (REJECTED)
 *   withdrawal:  HOLD ──► SEND ⇄ ASK ──settled──► BOOK ──► DONE (COMPLETED)
 *                 └─no money           └─rejected─► RELEASE ──► DONE (REJECTED)
 * </pre>
 *
 * <p>Invariants: the step ASK is durable before the bank is called, so a payment that may have reached the bank is asked
 * for before it is sent again; the command of a step is durable before the core is called; money is booked only after
 * the bank has said that it moved.
 *
 * @param endToEndId how the bank knows it
 * @param amountMinor positive
 * @param reason a stable code, once the payment is rejected
 * @param clientId with {@code commandId} the command of the present step; 0 before it is recorded
 * @param holdId the core's hold of a withdrawal; 0 before
 * @param attempts calls of the bank in the present step
 */
record Payment(
        long number,
        String customerId,
        long accountId,
        String endToEndId,
        Kind kind,
        int assetId,
        long amountMinor,
        Step step,
        Status status,
        @Nullable String reason,
        long clientId,
        long commandId,
        long holdId,
        int attempts,
        Instant createdAt,
        Instant updatedAt) {

    /** Which way the money goes. */
    enum Kind {
        DEPOSIT,
        WITHDRAWAL
    }

    /** What is to be done next. */
    enum Step {
        HOLD,
        SEND,
        ASK,
        BOOK,
        RELEASE,
        DONE
    }

    /** What the customer sees. */
    enum Status {
        PENDING,
        COMPLETED,
        REJECTED,
        UNKNOWN
    }

    /** The public id. */
    String id() {
        return "pay_" + number;
    }

    Payment at(Step next, Status nextStatus) {
        return with(next, nextStatus, reason, 0, 0, holdId, 0);
    }

    Payment rejected(Step next, String because) {
        return with(next, next == Step.DONE ? Status.REJECTED : Status.PENDING, because, 0, 0, holdId, 0);
    }

    Payment held(long newHoldId) {
        return with(Step.SEND, Status.PENDING, reason, 0, 0, newHoldId, 0);
    }

    Payment sending(long newClientId, long newCommandId) {
        return with(step, status, reason, newClientId, newCommandId, holdId, attempts);
    }

    /** After a call that brought no end: the same step, one attempt more. */
    Payment again(Step next, Status nextStatus) {
        return with(next, nextStatus, reason, clientId, commandId, holdId, attempts + 1);
    }

    private Payment with(
            Step next,
            Status nextStatus,
            @Nullable String nextReason,
            long nextClientId,
            long nextCommandId,
            long nextHoldId,
            int nextAttempts) {
        return new Payment(
                number,
                customerId,
                accountId,
                endToEndId,
                kind,
                assetId,
                amountMinor,
                next,
                nextStatus,
                nextReason,
                nextClientId,
                nextCommandId,
                nextHoldId,
                nextAttempts,
                createdAt,
                updatedAt);
    }
}
