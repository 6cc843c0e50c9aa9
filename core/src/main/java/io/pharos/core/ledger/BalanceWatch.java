package io.pharos.core.ledger;

/**
 * Hears of each change of a watched asset before it happens, so that a run which looks at all accounts in steps sees each as
 * it was when the run began. Changes no balance itself.
 */
@FunctionalInterface
public interface BalanceWatch {
    void beforeChange(int slot);
}
