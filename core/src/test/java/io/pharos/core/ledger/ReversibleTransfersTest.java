package io.pharos.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReversibleTransfersTest {
    private static final int MAX = ReversibleTransfers.REVERSIBLE_MAX;

    private final ReversibleTransfers transfers = new ReversibleTransfers();

    @Test
    void remembersTheLastAndForgetsTheOldest() {
        for (int i = 1; i <= MAX + 10; i++) {
            transfers.add(3L * i, 0, i % 7, i % 5, 0, i);
        }

        assertThat(transfers.find(30)).isEqualTo(ReversibleTransfers.NOT_FOUND);
        assertThat(transfers.find(33)).isZero();
        assertThat(transfers.find(34)).isEqualTo(ReversibleTransfers.NOT_FOUND);
        int newest = transfers.find(3L * (MAX + 10));
        assertThat(newest).isEqualTo(MAX - 1);
        assertThat(transfers.amountMinor(newest)).isEqualTo(MAX + 10L);
        transfers.audit();
    }

    @Test
    void aLinkWhoseFirstIsForgottenIsForgotten() {
        transfers.add(1, 1, 0, 1, 0, 5);
        transfers.add(2, 1, 1, 2, 0, 5);
        assertThat(transfers.legsFrom(0)).isEqualTo(2);
        for (int i = 0; i < MAX - 1; i++) {
            transfers.add(3 + i, 0, 0, 1, 0, 5);
        }

        assertThat(transfers.find(1)).isEqualTo(ReversibleTransfers.NOT_FOUND);
        assertThat(transfers.linkId(transfers.find(2))).isEqualTo(1);
        transfers.reverse(transfers.find(3), 99);
        transfers.audit();
    }
}
