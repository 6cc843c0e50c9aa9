package io.pharos.platform.iso20022;

import java.time.Instant;

/**
 * What a bank says of one payment (pain.002, CustomerPaymentStatusReport).
 *
 * @param originalMessage the name of the message that it answers, as {@code pain.001.001.09}
 * @param reason ISO's ExternalStatusReason1Code, as AM04; empty where there is none
 */
public record StatusReport(String endToEndId, String originalMessage, Instant createdAt, Status status, String reason) {
    /** ISO's ExternalPaymentTransactionStatus1Code, as far as it is used here. */
    public enum Status {
        /** Accepted, settlement in process. */
        ACSP,
        /** Accepted, settlement completed: money has moved. */
        ACSC,
        /** Pending. */
        PDNG,
        /** Rejected: money has not moved and will not. */
        RJCT
    }
}
