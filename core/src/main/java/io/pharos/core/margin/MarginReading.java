package io.pharos.core.margin;

import io.pharos.protocol.MarginStatus;

/** A margin account as it stands between commands; amounts are minor units of the program's currency. */
public record MarginReading(
        MarginStatus status,
        long debtMinor,
        long reservedMinor,
        long interestMinor,
        long interestParts,
        long assetsMinor,
        long ratioPpm,
        long excessMinor) {}
