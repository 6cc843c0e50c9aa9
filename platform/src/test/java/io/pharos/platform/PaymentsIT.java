package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.sandbox.bank.SandboxBank;
import io.pharos.platform.sandbox.bank.SandboxBank.Mode;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deposits and withdrawals with a bank that works, refuses, is slow, falls silent and loses what it is sent. */
class PaymentsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Pharos pharos = RunningPharos.shared();
    private final SandboxBank bank = pharos.context().getBean(SandboxBank.class);
    private final Browser customer = Browser.registered(pharos);

    @AfterEach
    void theBankWorksAgain() {
        bank.change(Mode.NORMAL);
    }

    @Test
    void aDepositIsBookedAndMovesOnce() {
        Answer answer = customer.deposit("100.00", "CNY");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/status")).isEqualTo("COMPLETED");
        assertThat(answer.text("/receipt")).matches("D[0-9]{8}-[0-9]{8}");
        customer.awaitBalance("CNY", "100.00/0.00");
    }

    @Test
    void aWithdrawalLeavesWhatIsOver() {
        customer.deposit("100.00", "CNY");
        Answer answer = customer.withdraw("30.25", "CNY");
        assertThat(answer.text("/status")).isEqualTo("COMPLETED");
        customer.awaitBalance("CNY", "69.75/0.00");
    }

    @Test
    void aRejectedDepositBooksNothing() {
        bank.change(Mode.REJECT);
        Answer answer = customer.deposit("100.00", "CNY");
        assertThat(answer.text("/status")).isEqualTo("REJECTED");
        assertThat(answer.text("/reason")).isEqualTo("BANK_AM04");
        customer.awaitBalance("CNY", "0.00/0.00");
    }

    @Test
    void aRejectedWithdrawalReleasesTheHold() {
        customer.deposit("100.00", "CNY");
        bank.change(Mode.REJECT);
        Answer answer = customer.withdraw("40.00", "CNY");
        assertThat(answer.text("/status")).isEqualTo("REJECTED");
        customer.awaitBalance("CNY", "100.00/0.00");
    }

    @Test
    void aSlowBankIsAskedUntilItHasSettled() {
        bank.change(Mode.DELAY);
        Answer answer = customer.deposit("50.00", "CNY");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("PENDING");
        awaitStatus(answer.text("/id"), "COMPLETED");
        customer.awaitBalance("CNY", "50.00/0.00");
    }

    @Test
    void aSilentBankLeavesTheOutcomeUnknownUntilItCanBeAsked() {
        customer.deposit("100.00", "CNY");
        bank.change(Mode.TIMEOUT);
        Answer answer = customer.withdraw("60.00", "CNY");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("UNKNOWN");
        // The money is neither the customer's to spend nor gone.
        customer.awaitBalance("CNY", "40.00/60.00");
        bank.change(Mode.NORMAL);
        awaitStatus(answer.text("/id"), "COMPLETED");
        customer.awaitBalance("CNY", "40.00/0.00");
    }

    @Test
    void whatTheBankLostIsSentAgainAndPaidOnce() {
        bank.change(Mode.LOSE);
        Answer answer = customer.deposit("70.00", "CNY");
        assertThat(answer.text("/status")).isEqualTo("UNKNOWN");
        bank.change(Mode.NORMAL);
        awaitStatus(answer.text("/id"), "COMPLETED");
        customer.awaitBalance("CNY", "70.00/0.00");
    }

    @Test
    void somebodyElsesPaymentIsNotThere() {
        String id = customer.deposit("1.00", "CNY").text("/id");
        Answer answer = Browser.registered(pharos).get("/api/v1/payments/" + id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("PAYMENT_NOT_FOUND");
    }

    @Test
    void listsPagesWithoutGapOrRepetition() {
        for (int number = 0; number < 5; number++) {
            customer.deposit("1.00", "CNY");
        }
        Answer first = customer.get("/api/v1/payments?limit=3");
        Answer second = customer.get("/api/v1/payments?limit=3&pageToken=" + first.text("/nextPageToken"));
        assertThat(first.json().at("/items").size()).isEqualTo(3);
        assertThat(second.json().at("/items").size()).isEqualTo(2);
        assertThat(second.text("/nextPageToken")).isEmpty();
    }

    private void awaitStatus(String id, String status) {
        Instant end = Instant.now().plus(PATIENCE);
        String seen = "";
        while (!seen.equals(status) && Instant.now().isBefore(end)) {
            seen = customer.get("/api/v1/payments/" + id).text("/status");
        }
        assertThat(seen).isEqualTo(status);
    }
}
