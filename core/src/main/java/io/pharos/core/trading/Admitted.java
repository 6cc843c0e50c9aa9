package io.pharos.core.trading;

/** What the checks found of one order, kept while they check another one of the same command. */
final class Admitted {
    int accountIndex;
    int holdSlot;
    long priceTicks;
    long triggerTicks;
    long effectivePriceTicks;
    long holdMinor;

    void take(OrderChecks checks) {
        accountIndex = checks.accountIndex;
        holdSlot = checks.holdSlot;
        priceTicks = checks.priceTicks;
        triggerTicks = checks.triggerTicks;
        effectivePriceTicks = checks.effectivePriceTicks;
        holdMinor = checks.holdMinor;
    }
}
