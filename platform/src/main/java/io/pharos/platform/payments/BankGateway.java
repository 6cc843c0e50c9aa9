package io.pharos.platform.payments;

import io.pharos.platform.iso20022.PaymentInitiation;

/** A bank. Both calls end within a few seconds and never throw for what a network or a bank may do. */
interface BankGateway {
    /** Asks for a payment. The bank executes an end-to-end id once, so sending again is safe. */
    Answer send(PaymentInitiation payment);

    /** Asks what became of a payment. */
    Answer ask(String endToEndId);

    /** What is known after a call. */
    sealed interface Answer {
        /** The money has moved. */
        record Settled() implements Answer {}

        /** The bank has it and will say later. */
        record Pending() implements Answer {}

        /**
         * The money has not moved and will not.
         *
         * @param reason ISO's code, as AM04
         */
        record Rejected(String reason) implements Answer {}

        /** The bank was not reached: nothing was sent. */
        record NotReached() implements Answer {}

        /** The bank has never heard of it. */
        record NotKnown() implements Answer {}

        /** It may or may not have reached the bank. */
        record Silent() implements Answer {}
    }
}
