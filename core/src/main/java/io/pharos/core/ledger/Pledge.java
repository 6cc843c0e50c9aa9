package io.pharos.core.ledger;

import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import org.jspecify.annotations.Nullable;

/** Says whether what an account has pledged may leave it. */
public interface Pledge {
    /** Whether an amount, which is available, may leave: {@code ACCEPTED} or {@code MARGIN_PLEDGED}. */
    Outcome checkLeave(int slot, long amountMinor);

    /** The same for a posting; what the house charges and corrects may always leave. */
    static Outcome check(@Nullable Pledge pledge, int slot, long amountMinor, PostingCode code) {
        boolean isOwnWish = switch (code) {
            case FEE, TAX, ADJUSTMENT, REVERSAL, MARGIN_REPAYMENT, MARGIN_INTEREST -> false;
            default -> true;
        };
        return pledge == null || !isOwnWish ? Outcome.ACCEPTED : pledge.checkLeave(slot, amountMinor);
    }
}
