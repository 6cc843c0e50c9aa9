package io.pharos.platform.trading.risk;

import java.util.Arrays;

/** Why staff set a limit or a kill switch, in one word; its number is in the core's log. Numbers are never reused. */
public enum RiskReason {
    /** None of these; the words say it. */
    OTHER(0),
    REVIEW(1),
    MARKET_CONDITIONS(2),
    CUSTOMER_REQUEST(3),
    SUSPICIOUS_ACTIVITY(4),
    SYSTEM_FAULT(5),
    REGULATOR(6),
    DRILL(7);

    private final int code;

    RiskReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The reason with a number; {@link #OTHER} for one that nobody knows any more. */
    public static RiskReason ofCode(int code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code == code)
                .findFirst()
                .orElse(OTHER);
    }
}
