package io.pharos.core.servicing;

import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.BalanceWatch;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.margin.Margin;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.core.trading.Trading;

/** Asset servicing as the engine sees it. */
public final class Servicing implements BalanceWatch {
    private final CorporateActions actions;
    private final Rights rights;
    private final Interest interest;
    private final EndOfDay endOfDay;

    public Servicing(Ledger ledger, Trading trading, Margin margin, Sequencer sequencer, EventSink sink) {
        actions = new CorporateActions(ledger, trading.actions(), sequencer, sink);
        rights = new Rights(ledger, trading.actions(), actions, sequencer, sink);
        interest = new Interest(ledger, trading.settlement(), sequencer, sink);
        endOfDay = new EndOfDay(trading, actions, interest, margin, sequencer, sink);
        margin.claims(actions);
        ledger.balances().watch(this);
    }

    /** The commands of corporate actions. */
    public CorporateActions actions() {
        return actions;
    }

    /** The exercise of rights. */
    public Rights rights() {
        return rights;
    }

    /** The commands of interest on cash. */
    public Interest interest() {
        return interest;
    }

    /** The beginning of business days, and the run that ends them. */
    public EndOfDay endOfDay() {
        return endOfDay;
    }

    @Override
    public void beforeChange(int slot) {
        actions.beforeChange(slot);
        interest.beforeChange(slot);
    }

    public long digest() {
        return actions.digest() + interest.digest() + endOfDay.digest();
    }

    public void audit() {
        actions.audit();
        interest.audit();
    }

    public void save(StateWriter out) {
        actions.save(out);
        interest.save(out);
        endOfDay.save(out);
    }

    public void load(StateReader in) {
        actions.load(in);
        interest.load(in);
        endOfDay.load(in);
    }
}
