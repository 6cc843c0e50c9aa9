package io.pharos.core.trading;

/** What one side of a trade is charged, minor units of the quote asset. */
final class TradeCharges {
    /** Fee of the registration, or commission of a fee schedule. */
    long feeMinor;

    /** Tax of the registration, or stamp duty of a fee schedule. */
    long taxMinor;

    /** Transfer fee of a fee schedule. */
    long transferFeeMinor;

    void clear() {
        feeMinor = 0;
        taxMinor = 0;
        transferFeeMinor = 0;
    }

    /** What is not a tax. */
    long feesMinor() {
        return feeMinor + transferFeeMinor;
    }

    long totalMinor() {
        return feeMinor + taxMinor + transferFeeMinor;
    }
}
