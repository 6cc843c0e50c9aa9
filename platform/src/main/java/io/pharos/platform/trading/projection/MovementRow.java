package io.pharos.platform.trading.projection;

import io.pharos.protocol.PostingCode;

/**
 * One side of a posting.
 *
 * @param movementId twice the event's sequence, plus 1 for the receiving side
 * @param amountMinor negative when the account paid
 * @param balanceAfterMinor available and held together
 */
public record MovementRow(
        long movementId,
        long accountId,
        int assetId,
        long amountMinor,
        long balanceAfterMinor,
        PostingCode code,
        long transferId,
        long orderId,
        long tradeId,
        long reference,
        long atNanos) {}
