package io.pharos.core.engine;

import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.margin.Margin;
import io.pharos.core.margin.MarginReading;
import io.pharos.core.trading.Trading;
import io.pharos.core.trading.TradingView;
import org.jspecify.annotations.Nullable;

/** Read access to the state between commands, on the engine's thread. What is not registered reads as zero. */
public final class EngineView {
    private final Ledger ledger;
    private final TradingView trading;
    private final Margin margin;

    EngineView(Ledger ledger, Trading trading, Margin margin) {
        this.ledger = ledger;
        this.margin = margin;
        this.trading = trading.view();
    }

    /** What an account may spend of an asset, minor units; below zero for house accounts only. */
    public long availableMinor(long accountId, int assetId) {
        int slot = slot(accountId, assetId);
        return slot == Balances.NOT_FOUND ? 0 : ledger.balances().availableMinor(slot);
    }

    /** What open orders and holds of an account set aside of an asset, minor units. */
    public long heldMinor(long accountId, int assetId) {
        int slot = slot(accountId, assetId);
        return slot == Balances.NOT_FOUND ? 0 : ledger.balances().heldMinor(slot);
    }

    /** What an account bought and has not been delivered of an asset, minor units. */
    public long unsettledInMinor(long accountId, int assetId) {
        int slot = slot(accountId, assetId);
        return slot == Balances.NOT_FOUND ? 0 : ledger.balances().unsettledInMinor(slot);
    }

    /** What an account sold and has not delivered of an asset, minor units. */
    public long unsettledOutMinor(long accountId, int assetId) {
        int slot = slot(accountId, assetId);
        return slot == Balances.NOT_FOUND ? 0 : ledger.balances().unsettledOutMinor(slot);
    }

    /** What of the available balance may leave at once, minor units. */
    public long withdrawableMinor(long accountId, int assetId) {
        int slot = slot(accountId, assetId);
        return slot == Balances.NOT_FOUND ? 0 : ledger.proceeds().withdrawableMinor(slot);
    }

    /** A margin account as it stands at the last prices; null for any other account. */
    public @Nullable MarginReading margin(long accountId) {
        return margin.read(accountId);
    }

    /** Whether an account is registered. */
    public boolean hasAccount(long accountId) {
        return ledger.accounts().find(accountId) != Accounts.NOT_FOUND;
    }

    /** How many accounts are registered. */
    public int accountCount() {
        return ledger.accounts().size();
    }

    /** Instruments, books and open orders. */
    public TradingView trading() {
        return trading;
    }

    private int slot(long accountId, int assetId) {
        int accountIndex = ledger.accounts().find(accountId);
        Asset asset = ledger.assets().find(assetId);
        return accountIndex == Accounts.NOT_FOUND || asset == null
                ? Balances.NOT_FOUND
                : ledger.balances().find(accountIndex, asset.index());
    }
}
