package io.pharos.core.margin;

/** What corporate actions owe accounts between the ex date, which lowers the price, and the payment. */
public interface Claims {
    /** Takes one claim. */
    interface Visitor {
        /** Units of the instrument's asset, and cash in its currency, that are to come. */
        void onClaim(int instrumentId, long unitsMinor, long cashMinor);
    }

    /** Visits what is to come to an account. */
    void forEach(int accountIndex, Visitor visitor);
}
