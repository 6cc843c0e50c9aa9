package io.pharos.platform.catalogue;

/** The accounts of the house. They may go below zero, so that all balances of an asset add up to zero. */
public enum HouseAccount {
    /** The other side of deposits and withdrawals: what the bank holds for customers. */
    BANK_CLEARING(1),
    /** Fees earned. */
    FEES(2),
    /** Taxes collected for the state. */
    TAX(3),
    /** Money whose owner is being found out. */
    SUSPENSE(4),
    /** Where sandbox securities and coins come from. */
    ISSUANCE(5),
    /** Stands between buyers and sellers until settlement. */
    SETTLEMENT_CLEARING(6),
    /** Commissions of fee schedules. */
    COMMISSIONS(7),
    /** Stamp duty collected for the state. */
    STAMP_DUTY(8),
    /** Transfer fees collected for the depository. */
    TRANSFER_FEES(9),
    /** Pays dividends, coupons, redemptions and interest, and gives and takes the units of corporate actions. */
    SERVICING(10),
    /** Lends to margin accounts: below zero by what they owe. */
    MARGIN_LENDING(11),
    /** Interest earned on what is lent. */
    MARGIN_INTEREST(12),
    /** Stands for the external venue: its balances are the opposite of what the venue reported. */
    VENUE_CLEARING(20),
    /** Takes what a venue traded and no customer owns, and pays for what a customer cannot give back. */
    VENUE_ERROR(21);

    private final long accountId;

    HouseAccount(long accountId) {
        this.accountId = accountId;
    }

    /** The account's number in the core. */
    public long accountId() {
        return accountId;
    }
}
