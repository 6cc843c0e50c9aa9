package io.pharos.protocol;

/**
 * Chart of accounts: the nature of a transfer.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum PostingCode implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Money or assets that came in from outside. */
    DEPOSIT(1),

    /** Money or assets that went outside. */
    WITHDRAWAL(2),

    /** Quote leg of a trade. */
    TRADE_CASH(3),

    /** Base leg of a trade. */
    TRADE_SECURITY(4),

    /** Fee. */
    FEE(5),

    /** Tax. */
    TAX(6),

    /** Creation of an asset out of the issuance account. */
    ISSUANCE(7),

    /** Correction. */
    ADJUSTMENT(8),

    /** Between accounts of one owner or of the house. */
    INTERNAL(9),

    /** Opposite of an earlier transfer. */
    REVERSAL(10),

    /** Delivery and payment of what trades left to settle. */
    SETTLEMENT(11),

    /** Commission of a fee schedule. */
    COMMISSION(12),

    /** Stamp duty of a fee schedule, on sales. */
    STAMP_DUTY(13),

    /** Transfer fee of a fee schedule, on both sides. */
    TRANSFER_FEE(14),

    /** Cash dividend, before tax. */
    DIVIDEND(15),

    /** Coupon of a bond, before tax. */
    COUPON(16),

    /** Tax withheld of a dividend, a coupon or a redemption. */
    WITHHOLDING_TAX(17),

    /** New units of a stock dividend. */
    STOCK_DIVIDEND(18),

    /** Units that a split adds or takes away. */
    SPLIT(19),

    /** Cash for a fraction of a unit. */
    CASH_IN_LIEU(20),

    /** Rights that are given, exercised, or end. */
    RIGHTS(21),

    /** Price of what rights subscribe, and the units. */
    SUBSCRIPTION(22),

    /** What a redemption takes and pays. */
    REDEMPTION(23),

    /** Interest on cash. */
    INTEREST(24),

    /** Cash that the house lends to a purchase. */
    MARGIN_LOAN(30),

    /** Cash lent that was not spent, or is paid back. */
    MARGIN_REPAYMENT(31),

    /** Interest on what was lent. */
    MARGIN_INTEREST(32);

    private static final PostingCode[] BY_CODE = Coded.byCode(values());

    private final short code;

    PostingCode(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static PostingCode ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
