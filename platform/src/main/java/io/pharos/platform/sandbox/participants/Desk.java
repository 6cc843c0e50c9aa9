package io.pharos.platform.sandbox.participants;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand.CancelOrder;
import io.pharos.cluster.message.CoreCommand.MassCancel;
import io.pharos.cluster.message.CoreCommand.PlaceOrder;
import io.pharos.cluster.message.CoreCommand.RegisterAccount;
import io.pharos.cluster.message.CoreCommand.Transfer;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the participants' commands. A participant that runs dry is given more from the issuance account, so nobody has to
 * remember who was funded when.
 */
public final class Desk {
    /** Refusals that more of the asset helps against. */
    private static final Set<Outcome> MEANS =
            EnumSet.of(Outcome.INSUFFICIENT_FUNDS, Outcome.INSUFFICIENT_HOLDINGS, Outcome.PROCEEDS_UNSETTLED);

    /** One issue of a currency or a coin, in minor units: ten thousand million CNY, ten thousand BTC. */
    static final long ISSUE_MINOR = 1_000_000_000_000L;

    /** One issue of a security, in units. */
    static final long ISSUE_UNITS = 100_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final CoreCalls core;

    public Desk(CoreCalls core) {
        this.core = core;
    }

    /** Makes the account exist. */
    public void register(long accountId) {
        core.run(new RegisterAccount(accountId, AccountKind.CUSTOMER));
    }

    /** Gives an account more of an asset. */
    public void issue(long accountId, Asset asset) {
        long amount = switch (asset.kind()) {
            case SECURITY -> ISSUE_UNITS;
            default -> ISSUE_MINOR;
        };
        core.run(new Transfer(
                HouseAccount.ISSUANCE.accountId(), accountId, asset.assetId(), amount, PostingCode.ISSUANCE, 0));
    }

    /**
     * Places an order.
     *
     * @return its number, or 0 when it was refused
     */
    public CommandReply place(
            Participant who, Instrument instrument, Side side, TimeInForce timeInForce, long priceTicks, long lots) {
        CommandReply reply = core.run(new PlaceOrder(
                who.accountId(),
                instrument.instrumentId(),
                side,
                OrderType.LIMIT,
                timeInForce,
                false,
                priceTicks,
                lots,
                0));
        if (MEANS.contains(reply.outcome())) {
            issue(who.accountId(), side == Side.BUY ? instrument.quote() : instrument.base());
        } else if (!reply.isAccepted()) {
            LOG.debug("{} {} {} {} at {}: {}", who, side, lots, instrument.symbol(), priceTicks, reply.outcome());
        }
        return reply;
    }

    /** Cancels an order; that it was filled meanwhile is no error. */
    public void cancel(Participant who, long orderId) {
        core.run(new CancelOrder(who.accountId(), orderId));
    }

    /** Takes everything of an account off the book of an instrument. */
    public void cancelAll(long accountId, Instrument instrument) {
        core.run(new MassCancel(accountId, instrument.instrumentId()));
    }
}
