package io.pharos.cluster.wire;

import static java.util.Objects.requireNonNull;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.codec.AnnounceCorporateActionEncoder;
import io.pharos.protocol.codec.AskOutcomeEncoder;
import io.pharos.protocol.codec.AssignFeeScheduleEncoder;
import io.pharos.protocol.codec.BeginBusinessDayEncoder;
import io.pharos.protocol.codec.CancelOrderEncoder;
import io.pharos.protocol.codec.CaptureHoldEncoder;
import io.pharos.protocol.codec.ChangePhaseEncoder;
import io.pharos.protocol.codec.CloseInstrumentEncoder;
import io.pharos.protocol.codec.CollectReceivableEncoder;
import io.pharos.protocol.codec.DoubtVenueOrderEncoder;
import io.pharos.protocol.codec.ExerciseRightsEncoder;
import io.pharos.protocol.codec.HaltInstrumentEncoder;
import io.pharos.protocol.codec.HoldEncoder;
import io.pharos.protocol.codec.LinkedTransfersEncoder;
import io.pharos.protocol.codec.MassCancelEncoder;
import io.pharos.protocol.codec.MessageHeaderEncoder;
import io.pharos.protocol.codec.OpenInstrumentEncoder;
import io.pharos.protocol.codec.PlaceBracketEncoder;
import io.pharos.protocol.codec.PlaceOcoEncoder;
import io.pharos.protocol.codec.PlaceOrderEncoder;
import io.pharos.protocol.codec.RegisterAccountEncoder;
import io.pharos.protocol.codec.RegisterAssetEncoder;
import io.pharos.protocol.codec.RegisterInstrumentEncoder;
import io.pharos.protocol.codec.ReleaseHoldEncoder;
import io.pharos.protocol.codec.RepayMarginLoanEncoder;
import io.pharos.protocol.codec.ReplaceOrderEncoder;
import io.pharos.protocol.codec.ResolveVenueBreakEncoder;
import io.pharos.protocol.codec.ReverseTransferEncoder;
import io.pharos.protocol.codec.RunEndOfDayEncoder;
import io.pharos.protocol.codec.ScheduleSessionEncoder;
import io.pharos.protocol.codec.SetFeeScheduleEncoder;
import io.pharos.protocol.codec.SetInterestTermsEncoder;
import io.pharos.protocol.codec.SetKillSwitchEncoder;
import io.pharos.protocol.codec.SetLimitEncoder;
import io.pharos.protocol.codec.SetListingEncoder;
import io.pharos.protocol.codec.SetMarginAgreementEncoder;
import io.pharos.protocol.codec.SetMarginProgramEncoder;
import io.pharos.protocol.codec.SetMarginTermsEncoder;
import io.pharos.protocol.codec.SetMarketBreakerEncoder;
import io.pharos.protocol.codec.SetSessionRulesEncoder;
import io.pharos.protocol.codec.SetSettlementRulesEncoder;
import io.pharos.protocol.codec.SetVenueStateEncoder;
import io.pharos.protocol.codec.SettleDueEncoder;
import io.pharos.protocol.codec.TakeDigestEncoder;
import io.pharos.protocol.codec.TransferEncoder;
import io.pharos.protocol.codec.VenueReportEncoder;
import io.pharos.protocol.codec.WithdrawCorporateActionEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes commands to the wire. One thread. */
public final class CommandEncoder {

    /** The most bytes that a command takes, header included. */
    public static final int LENGTH_MAX = 4096;

    /** More legs are refused by the core; this many more reach it to be refused there. */
    private static final int LEGS_MAX = 80;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RegisterAssetEncoder registerAsset = new RegisterAssetEncoder();
    private final RegisterInstrumentEncoder registerInstrument = new RegisterInstrumentEncoder();
    private final RegisterAccountEncoder registerAccount = new RegisterAccountEncoder();
    private final TransferEncoder transfer = new TransferEncoder();
    private final LinkedTransfersEncoder linkedTransfers = new LinkedTransfersEncoder();
    private final HoldEncoder hold = new HoldEncoder();
    private final CaptureHoldEncoder captureHold = new CaptureHoldEncoder();
    private final ReleaseHoldEncoder releaseHold = new ReleaseHoldEncoder();
    private final PlaceOrderEncoder placeOrder = new PlaceOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final ReplaceOrderEncoder replaceOrder = new ReplaceOrderEncoder();
    private final MassCancelEncoder massCancel = new MassCancelEncoder();
    private final OpenInstrumentEncoder openInstrument = new OpenInstrumentEncoder();
    private final HaltInstrumentEncoder haltInstrument = new HaltInstrumentEncoder();
    private final SetSessionRulesEncoder setSessionRules = new SetSessionRulesEncoder();
    private final SetMarketBreakerEncoder setMarketBreaker = new SetMarketBreakerEncoder();
    private final ChangePhaseEncoder changePhase = new ChangePhaseEncoder();
    private final ScheduleSessionEncoder scheduleSession = new ScheduleSessionEncoder();
    private final CloseInstrumentEncoder closeInstrument = new CloseInstrumentEncoder();
    private final PlaceOcoEncoder placeOco = new PlaceOcoEncoder();
    private final PlaceBracketEncoder placeBracket = new PlaceBracketEncoder();
    private final SetLimitEncoder setLimit = new SetLimitEncoder();
    private final SetKillSwitchEncoder setKillSwitch = new SetKillSwitchEncoder();
    private final AskOutcomeEncoder askOutcome = new AskOutcomeEncoder();
    private final TakeDigestEncoder takeDigest = new TakeDigestEncoder();
    private final SetListingEncoder setListing = new SetListingEncoder();
    private final SetVenueStateEncoder setVenueState = new SetVenueStateEncoder();
    private final VenueReportEncoder venueReport = new VenueReportEncoder();
    private final DoubtVenueOrderEncoder doubtVenueOrder = new DoubtVenueOrderEncoder();
    private final ResolveVenueBreakEncoder resolveVenueBreak = new ResolveVenueBreakEncoder();
    private final CollectReceivableEncoder collectReceivable = new CollectReceivableEncoder();
    private final ReverseTransferEncoder reverseTransfer = new ReverseTransferEncoder();
    private final SetSettlementRulesEncoder setSettlementRules = new SetSettlementRulesEncoder();
    private final BeginBusinessDayEncoder beginBusinessDay = new BeginBusinessDayEncoder();
    private final SettleDueEncoder settleDue = new SettleDueEncoder();
    private final SetFeeScheduleEncoder setFeeSchedule = new SetFeeScheduleEncoder();
    private final AssignFeeScheduleEncoder assignFeeSchedule = new AssignFeeScheduleEncoder();
    private final AnnounceCorporateActionEncoder announceCorporateAction = new AnnounceCorporateActionEncoder();
    private final WithdrawCorporateActionEncoder withdrawCorporateAction = new WithdrawCorporateActionEncoder();
    private final ExerciseRightsEncoder exerciseRights = new ExerciseRightsEncoder();
    private final SetInterestTermsEncoder setInterestTerms = new SetInterestTermsEncoder();
    private final RunEndOfDayEncoder runEndOfDay = new RunEndOfDayEncoder();
    private final SetMarginProgramEncoder setMarginProgram = new SetMarginProgramEncoder();
    private final SetMarginTermsEncoder setMarginTerms = new SetMarginTermsEncoder();
    private final SetMarginAgreementEncoder setMarginAgreement = new SetMarginAgreementEncoder();
    private final RepayMarginLoanEncoder repayMarginLoan = new RepayMarginLoanEncoder();

    /**
     * Writes one command.
     *
     * @param buffer with room for {@link #LENGTH_MAX} bytes
     * @return the bytes written from the buffer's start
     * @throws IllegalArgumentException if a field does not fit its place on the wire
     */
    public int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand command) {
        return switch (command) {
            case CoreCommand.RegisterAsset c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.RegisterInstrument c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.RegisterAccount c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.Transfer c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.LinkedTransfers c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.Hold c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.CaptureHold c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.ReleaseHold c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.PlaceOrder c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.CancelOrder c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.ReplaceOrder c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.MassCancel c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.OpenInstrument c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.HaltInstrument c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.CloseInstrument c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.ReverseTransfer c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.PlaceOco c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.PlaceBracket c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetLimit c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetKillSwitch c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetSessionRules c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetMarketBreaker c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.ChangePhase c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.ScheduleSession c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetSettlementRules c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.BeginBusinessDay c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetFeeSchedule c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.AssignFeeSchedule c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.AnnounceCorporateAction c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.WithdrawCorporateAction c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.ExerciseRights c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetInterestTerms c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.RunEndOfDay c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SettleDue c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetMarginProgram c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetMarginTerms c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetMarginAgreement c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.RepayMarginLoan c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.AskOutcome c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.TakeDigest c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetListing c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.SetVenueState c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.VenueReport c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.DoubtVenueOrder c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.ResolveVenueBreak c -> encode(buffer, clientId, commandId, c);
            case CoreCommand.CollectReceivable c -> encode(buffer, clientId, commandId, c);
        };
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.RegisterAsset command) {
        return registerAsset
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .assetId(command.assetId())
                        .scale(scale(command.scale()))
                        .kind(command.kind().code())
                        .code(ascii(command.code(), RegisterAssetEncoder.codeLength()))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.RegisterInstrument command) {
        return registerInstrument
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .instrumentId(command.instrumentId())
                        .baseAssetId(command.baseAssetId())
                        .quoteAssetId(command.quoteAssetId())
                        .lotMinor(command.lotMinor())
                        .boardLotLots(command.boardLotLots())
                        .tickValueMinor(command.tickValueMinor())
                        .referencePriceTicks(command.referencePriceTicks())
                        .maxOrderLots(command.maxOrderLots())
                        .feeAccountId(command.feeAccountId())
                        .taxAccountId(command.taxAccountId())
                        .bandPpm(command.bandPpm())
                        .makerFeePpm(command.makerFeePpm())
                        .takerFeePpm(command.takerFeePpm())
                        .sellTaxPpm(command.sellTaxPpm())
                        .marketCollarPpm(command.marketCollarPpm())
                        .symbol(ascii(command.symbol(), RegisterInstrumentEncoder.symbolLength()))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.RegisterAccount command) {
        return registerAccount
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .kind(command.kind().code())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.Transfer command) {
        return transfer.wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .debitAccountId(command.debitAccountId())
                        .creditAccountId(command.creditAccountId())
                        .amountMinor(command.amountMinor())
                        .reference(command.reference())
                        .assetId(command.assetId())
                        .code(command.code().code())
                        .balancing(command.balancing().code())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.LinkedTransfers command) {
        int size = command.legs().size();
        if (size > LEGS_MAX) {
            throw new IllegalArgumentException(size + " legs are more than " + LEGS_MAX);
        }
        var legs = linkedTransfers
                .wrapAndApplyHeader(buffer, 0, header)
                .clientId(clientId)
                .commandId(commandId)
                .legsCount(size);
        for (var leg : command.legs()) {
            legs.next()
                    .debitAccountId(leg.debitAccountId())
                    .creditAccountId(leg.creditAccountId())
                    .amountMinor(leg.amountMinor())
                    .reference(leg.reference())
                    .assetId(leg.assetId())
                    .code(leg.code().code())
                    .balancing(leg.balancing().code());
        }
        return linkedTransfers.encodedLength() + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.Hold command) {
        return hold.wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .amountMinor(command.amountMinor())
                        .deadlineNanos(command.deadlineNanos())
                        .reference(command.reference())
                        .assetId(command.assetId())
                        .code(command.code().code())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.CaptureHold command) {
        return captureHold
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .holdId(command.holdId())
                        .creditAccountId(command.creditAccountId())
                        .amountMinor(command.amountMinor())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.ReleaseHold command) {
        return releaseHold
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .holdId(command.holdId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.PlaceOrder command) {
        return placeOrder
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .priceTicks(command.priceTicks())
                        .quantityLots(command.quantityLots())
                        .clientTag(command.clientTag())
                        .instrumentId(command.instrumentId())
                        .side(command.side().code())
                        .orderType(command.orderType().code())
                        .timeInForce(command.timeInForce().code())
                        .postOnly((short) (command.postOnly() ? 1 : 0))
                        .triggerPriceTicks(command.conditions().triggerPriceTicks())
                        .trailTicks(command.conditions().trailTicks())
                        .trailPpm(command.conditions().trailPpm())
                        .displayLots(command.conditions().displayLots())
                        .minimumLots(command.conditions().minimumLots())
                        .expiresNanos(command.conditions().expiresNanos())
                        .selfTradePrevention(
                                command.conditions().selfTradePrevention().code())
                        .reprice((short) (command.conditions().reprice() ? 1 : 0))
                        .pegReference(command.conditions().pegReference().code())
                        .pegOffsetTicks(command.conditions().pegOffsetTicks())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.CancelOrder command) {
        return cancelOrder
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .orderId(command.orderId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.ReplaceOrder command) {
        return replaceOrder
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .orderId(command.orderId())
                        .priceTicks(command.priceTicks())
                        .quantityLots(command.quantityLots())
                        .triggerPriceTicks(command.triggerPriceTicks())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.MassCancel command) {
        return massCancel
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .instrumentId(command.instrumentId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.OpenInstrument command) {
        return openInstrument
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .referencePriceTicks(command.referencePriceTicks())
                        .instrumentId(command.instrumentId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.HaltInstrument command) {
        return haltInstrument
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .instrumentId(command.instrumentId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.CloseInstrument command) {
        return closeInstrument
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .instrumentId(command.instrumentId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.PlaceOco command) {
        return placeOco.wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .instrumentId(command.instrumentId())
                        .quantityLots(command.quantityLots())
                        .timeInForce(command.timeInForce().code())
                        .expiresNanos(command.expiresNanos())
                        .side(command.side().code())
                        .orderType(command.orderType().code())
                        .priceTicks(command.priceTicks())
                        .triggerPriceTicks(command.triggerPriceTicks())
                        .trailTicks(command.trailTicks())
                        .trailPpm(command.trailPpm())
                        .otherSide(command.otherSide().code())
                        .otherOrderType(command.otherOrderType().code())
                        .otherPriceTicks(command.otherPriceTicks())
                        .otherTriggerPriceTicks(command.otherTriggerPriceTicks())
                        .otherTrailTicks(command.otherTrailTicks())
                        .otherTrailPpm(command.otherTrailPpm())
                        .selfTradePrevention(command.selfTradePrevention().code())
                        .clientTag(command.clientTag())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.PlaceBracket command) {
        return placeBracket
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .instrumentId(command.instrumentId())
                        .side(command.side().code())
                        .orderType(command.orderType().code())
                        .timeInForce(command.timeInForce().code())
                        .priceTicks(command.priceTicks())
                        .triggerPriceTicks(command.triggerPriceTicks())
                        .quantityLots(command.quantityLots())
                        .expiresNanos(command.expiresNanos())
                        .takeProfitTicks(command.takeProfitTicks())
                        .stopType(command.stopType().code())
                        .stopTriggerTicks(command.stopTriggerTicks())
                        .stopPriceTicks(command.stopPriceTicks())
                        .stopTrailTicks(command.stopTrailTicks())
                        .stopTrailPpm(command.stopTrailPpm())
                        .selfTradePrevention(command.selfTradePrevention().code())
                        .clientTag(command.clientTag())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetLimit command) {
        return setLimit.wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .subjectId(command.subjectId())
                        .value(command.value())
                        .staffId(command.staffId())
                        .reasonCode(command.reasonCode())
                        .scope(command.scope().code())
                        .limitKind(command.limitKind().code())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetKillSwitch command) {
        return setKillSwitch
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .subjectId(command.subjectId())
                        .staffId(command.staffId())
                        .reasonCode(command.reasonCode())
                        .scope(command.scope().code())
                        .engaged((short) (command.engaged() ? 1 : 0))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetSessionRules command) {
        return setSessionRules
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .instrumentId(command.instrumentId())
                        .calendarId(command.calendarId())
                        .dynamicCollarPpm(command.dynamicCollarPpm())
                        .staticCollarPpm(command.staticCollarPpm())
                        .interruptionNanos(command.interruptionNanos())
                        .locksAuctions((short) (command.locksAuctions() ? 1 : 0))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetMarketBreaker command) {
        return setMarketBreaker
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .calendarId(command.calendarId())
                        .haltMovePpm(command.haltMovePpm())
                        .haltNanos(command.haltNanos())
                        .closeMovePpm(command.closeMovePpm())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.ChangePhase command) {
        return changePhase
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .instrumentId(command.instrumentId())
                        .phase(command.phase().code())
                        .referencePriceTicks(command.referencePriceTicks())
                        .endsNanos(command.endsNanos())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.ScheduleSession command) {
        int size = command.transitions().size();
        if (size > LEGS_MAX) {
            throw new IllegalArgumentException(size + " transitions are more than " + LEGS_MAX);
        }
        var transitions = scheduleSession
                .wrapAndApplyHeader(buffer, 0, header)
                .clientId(clientId)
                .commandId(commandId)
                .calendarId(command.calendarId())
                .transitionsCount(size);
        for (var transition : command.transitions()) {
            transitions
                    .next()
                    .startNanos(transition.startNanos())
                    .phase(transition.phase().code());
        }
        return scheduleSession.encodedLength() + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.AskOutcome command) {
        return askOutcome
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .targetClientId(command.targetClientId())
                        .targetCommandId(command.targetCommandId())
                        .fence((short) (command.fence() ? 1 : 0))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetListing command) {
        return setListing
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .clearingAccountId(command.clearingAccountId())
                        .errorAccountId(command.errorAccountId())
                        .instrumentId(command.instrumentId())
                        .venueId(command.venueId())
                        .queuesWhenDown((short) (command.queuesWhenDown() ? 1 : 0))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetVenueState command) {
        return setVenueState
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .venueId(command.venueId())
                        .up((short) (command.up() ? 1 : 0))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.VenueReport command) {
        return venueReport
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .executionId(command.executionId())
                        .referenceId(command.referenceId())
                        .orderId(command.orderId())
                        .lots(command.lots())
                        .priceTicks(command.priceTicks())
                        .cumulativeLots(command.cumulativeLots())
                        .instrumentId(command.instrumentId())
                        .venueId(command.venueId())
                        .requestNumber(command.requestNumber())
                        .reasonCode(command.reasonCode())
                        .kind(command.kind().code())
                        .side(command.side().code())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.DoubtVenueOrder command) {
        return doubtVenueOrder
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .orderId(command.orderId())
                        .requestNumber(command.requestNumber())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.ResolveVenueBreak command) {
        return resolveVenueBreak
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .breakId(command.breakId())
                        .staffId(command.staffId())
                        .reasonCode(command.reasonCode())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.CollectReceivable command) {
        return collectReceivable
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .assetId(command.assetId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.TakeDigest command) {
        requireNonNull(command);
        return takeDigest
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.ReverseTransfer command) {
        return reverseTransfer
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .transferId(command.transferId())
                        .reference(command.reference())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetSettlementRules command) {
        return setSettlementRules
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .clearingAccountId(command.clearingAccountId())
                        .instrumentId(command.instrumentId())
                        .calendarId(command.calendarId())
                        .lagDays(command.lagDays())
                        .buyInDays(command.buyInDays())
                        .proceedsUsable((short) (command.proceedsUsable() ? 1 : 0))
                        .sameDaySale((short) (command.sameDaySale() ? 1 : 0))
                        .suspended((short) (command.suspended() ? 1 : 0))
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.BeginBusinessDay command) {
        return beginBusinessDay
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .calendarId(command.calendarId())
                        .date(command.date())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SettleDue command) {
        return settleDue
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .calendarId(command.calendarId())
                        .obligationsMax(command.obligationsMax())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private static short scale(int scale) {
        if (scale < 0 || scale > 254) {
            throw new IllegalArgumentException("scale " + scale + " is not within 0 to 254");
        }
        return (short) scale;
    }

    private static String ascii(String text, int lengthMax) {
        if (text.length() > lengthMax || !text.chars().allMatch(character -> character > 0 && character < 128)) {
            throw new IllegalArgumentException("'" + text + "' is not ASCII of at most " + lengthMax + " characters");
        }
        return text;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetFeeSchedule command) {
        return setFeeSchedule
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .scheduleId(command.scheduleId())
                        .assetId(command.assetId())
                        .calendarId(command.calendarId())
                        .effectiveDate(command.effectiveDate())
                        .commissionAccountId(command.commissionAccountId())
                        .stampDutyAccountId(command.stampDutyAccountId())
                        .transferFeeAccountId(command.transferFeeAccountId())
                        .commissionMinimumMinor(command.commissionMinimumMinor())
                        .makerPpm(command.makerPpm())
                        .takerPpm(command.takerPpm())
                        .tier1TurnoverMinor(command.tier1TurnoverMinor())
                        .tier1MakerPpm(command.tier1MakerPpm())
                        .tier1TakerPpm(command.tier1TakerPpm())
                        .tier2TurnoverMinor(command.tier2TurnoverMinor())
                        .tier2MakerPpm(command.tier2MakerPpm())
                        .tier2TakerPpm(command.tier2TakerPpm())
                        .tier3TurnoverMinor(command.tier3TurnoverMinor())
                        .tier3MakerPpm(command.tier3MakerPpm())
                        .tier3TakerPpm(command.tier3TakerPpm())
                        .stampDutyPpm(command.stampDutyPpm())
                        .transferFeePpm(command.transferFeePpm())
                        .commissionRounding(command.commissionRounding().code())
                        .stampDutyRounding(command.stampDutyRounding().code())
                        .transferFeeRounding(command.transferFeeRounding().code())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.AssignFeeSchedule command) {
        return assignFeeSchedule
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .instrumentId(command.instrumentId())
                        .scheduleId(command.scheduleId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.AnnounceCorporateAction command) {
        return announceCorporateAction
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .actionId(command.actionId())
                        .kind(command.kind().code())
                        .instrumentId(command.instrumentId())
                        .calendarId(command.calendarId())
                        .exDate(command.exDate())
                        .payDate(command.payDate())
                        .expiryDate(command.expiryDate())
                        .numerator(command.numerator())
                        .denominator(command.denominator())
                        .priceNumerator(command.priceNumerator())
                        .priceDenominator(command.priceDenominator())
                        .taxPpm(command.taxPpm())
                        .rounding(command.rounding().code())
                        .sourceAccountId(command.sourceAccountId())
                        .taxAccountId(command.taxAccountId())
                        .rightsAssetId(command.rightsAssetId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.WithdrawCorporateAction command) {
        return withdrawCorporateAction
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .actionId(command.actionId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.ExerciseRights command) {
        return exerciseRights
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .actionId(command.actionId())
                        .quantityMinor(command.quantityMinor())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetInterestTerms command) {
        return setInterestTerms
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .assetId(command.assetId())
                        .calendarId(command.calendarId())
                        .payerAccountId(command.payerAccountId())
                        .dayCount(command.dayCount())
                        .creditDay(command.creditDay())
                        .creditMonths(command.creditMonths())
                        .ratePpm(command.ratePpm())
                        .band1Minor(command.band1Minor())
                        .band1Ppm(command.band1Ppm())
                        .band2Minor(command.band2Minor())
                        .band2Ppm(command.band2Ppm())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.RunEndOfDay command) {
        return runEndOfDay
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .calendarId(command.calendarId())
                        .date(command.date())
                        .itemsMax(command.itemsMax())
                        .staffId(command.staffId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetMarginProgram command) {
        return setMarginProgram
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .programId(command.programId())
                        .assetId(command.assetId())
                        .calendarId(command.calendarId())
                        .lendingAccountId(command.lendingAccountId())
                        .incomeAccountId(command.incomeAccountId())
                        .closingPpm(command.closingPpm())
                        .warningPpm(command.warningPpm())
                        .restorePpm(command.restorePpm())
                        .withdrawalPpm(command.withdrawalPpm())
                        .concentrationPpm(command.concentrationPpm())
                        .dayCount(command.dayCount())
                        .callDays(command.callDays())
                        .protectionPpm(command.protectionPpm())
                        .creditMaxMinor(command.creditMaxMinor())
                        .revalueNanos(command.revalueNanos())
                        .staffId(command.staffId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetMarginTerms command) {
        return setMarginTerms
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .instrumentId(command.instrumentId())
                        .conversionPpm(command.conversionPpm())
                        .initialPpm(command.initialPpm())
                        .collateral((short) (command.collateral() ? 1 : 0))
                        .financing((short) (command.financing() ? 1 : 0))
                        .staffId(command.staffId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(
            MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.SetMarginAgreement command) {
        return setMarginAgreement
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .programId(command.programId())
                        .creditLimitMinor(command.creditLimitMinor())
                        .ratePpm(command.ratePpm())
                        .active((short) (command.active() ? 1 : 0))
                        .staffId(command.staffId())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    private int encode(MutableDirectBuffer buffer, long clientId, long commandId, CoreCommand.RepayMarginLoan command) {
        return repayMarginLoan
                        .wrapAndApplyHeader(buffer, 0, header)
                        .clientId(clientId)
                        .commandId(commandId)
                        .accountId(command.accountId())
                        .amountMinor(command.amountMinor())
                        .encodedLength()
                + MessageHeaderEncoder.ENCODED_LENGTH;
    }
}
