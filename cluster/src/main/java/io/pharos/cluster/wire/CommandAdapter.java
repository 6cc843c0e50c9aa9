package io.pharos.cluster.wire;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.AskOutcome;
import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.ChangePhase;
import io.pharos.core.command.CloseInstrument;
import io.pharos.core.command.CollectReceivable;
import io.pharos.core.command.DoubtVenueOrder;
import io.pharos.core.command.ExerciseRights;
import io.pharos.core.command.HaltInstrument;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceBracket;
import io.pharos.core.command.PlaceOco;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.RepayMarginLoan;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.ResolveVenueBreak;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.RunEndOfDay;
import io.pharos.core.command.ScheduleSession;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.command.SetInterestTerms;
import io.pharos.core.command.SetKillSwitch;
import io.pharos.core.command.SetLimit;
import io.pharos.core.command.SetListing;
import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.command.SetMarketBreaker;
import io.pharos.core.command.SetSessionRules;
import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.command.SetVenueState;
import io.pharos.core.command.SettleDue;
import io.pharos.core.command.TakeDigest;
import io.pharos.core.command.Transfer;
import io.pharos.core.command.VenueReport;
import io.pharos.core.command.WithdrawCorporateAction;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.Reply;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Rounding;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueReportKind;
import io.pharos.protocol.codec.AnnounceCorporateActionDecoder;
import io.pharos.protocol.codec.AskOutcomeDecoder;
import io.pharos.protocol.codec.AssignFeeScheduleDecoder;
import io.pharos.protocol.codec.BeginBusinessDayDecoder;
import io.pharos.protocol.codec.CancelOrderDecoder;
import io.pharos.protocol.codec.CaptureHoldDecoder;
import io.pharos.protocol.codec.ChangePhaseDecoder;
import io.pharos.protocol.codec.CloseInstrumentDecoder;
import io.pharos.protocol.codec.CollectReceivableDecoder;
import io.pharos.protocol.codec.DoubtVenueOrderDecoder;
import io.pharos.protocol.codec.ExerciseRightsDecoder;
import io.pharos.protocol.codec.HaltInstrumentDecoder;
import io.pharos.protocol.codec.HoldDecoder;
import io.pharos.protocol.codec.LinkedTransfersDecoder;
import io.pharos.protocol.codec.MassCancelDecoder;
import io.pharos.protocol.codec.MessageHeaderDecoder;
import io.pharos.protocol.codec.OpenInstrumentDecoder;
import io.pharos.protocol.codec.PlaceBracketDecoder;
import io.pharos.protocol.codec.PlaceOcoDecoder;
import io.pharos.protocol.codec.PlaceOrderDecoder;
import io.pharos.protocol.codec.RegisterAccountDecoder;
import io.pharos.protocol.codec.RegisterAssetDecoder;
import io.pharos.protocol.codec.RegisterInstrumentDecoder;
import io.pharos.protocol.codec.ReleaseHoldDecoder;
import io.pharos.protocol.codec.RepayMarginLoanDecoder;
import io.pharos.protocol.codec.ReplaceOrderDecoder;
import io.pharos.protocol.codec.ResolveVenueBreakDecoder;
import io.pharos.protocol.codec.ReverseTransferDecoder;
import io.pharos.protocol.codec.RunEndOfDayDecoder;
import io.pharos.protocol.codec.ScheduleSessionDecoder;
import io.pharos.protocol.codec.SetFeeScheduleDecoder;
import io.pharos.protocol.codec.SetInterestTermsDecoder;
import io.pharos.protocol.codec.SetKillSwitchDecoder;
import io.pharos.protocol.codec.SetLimitDecoder;
import io.pharos.protocol.codec.SetListingDecoder;
import io.pharos.protocol.codec.SetMarginAgreementDecoder;
import io.pharos.protocol.codec.SetMarginProgramDecoder;
import io.pharos.protocol.codec.SetMarginTermsDecoder;
import io.pharos.protocol.codec.SetMarketBreakerDecoder;
import io.pharos.protocol.codec.SetSessionRulesDecoder;
import io.pharos.protocol.codec.SetSettlementRulesDecoder;
import io.pharos.protocol.codec.SetVenueStateDecoder;
import io.pharos.protocol.codec.SettleDueDecoder;
import io.pharos.protocol.codec.TakeDigestDecoder;
import io.pharos.protocol.codec.TransferDecoder;
import io.pharos.protocol.codec.VenueReportDecoder;
import io.pharos.protocol.codec.WithdrawCorporateActionDecoder;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Reads commands from the wire and hands them to the engine. One thread; allocates nothing for orders. */
public final class CommandAdapter {

    private static final int HEADER_LENGTH = MessageHeaderDecoder.ENCODED_LENGTH;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SetListingDecoder setListingDecoder = new SetListingDecoder();
    private final SetListing setListing = new SetListing();
    private final SetVenueStateDecoder setVenueStateDecoder = new SetVenueStateDecoder();
    private final SetVenueState setVenueState = new SetVenueState();
    private final VenueReportDecoder venueReportDecoder = new VenueReportDecoder();
    private final VenueReport venueReport = new VenueReport();
    private final DoubtVenueOrderDecoder doubtVenueOrderDecoder = new DoubtVenueOrderDecoder();
    private final DoubtVenueOrder doubtVenueOrder = new DoubtVenueOrder();
    private final ResolveVenueBreakDecoder resolveVenueBreakDecoder = new ResolveVenueBreakDecoder();
    private final ResolveVenueBreak resolveVenueBreak = new ResolveVenueBreak();
    private final CollectReceivableDecoder collectReceivableDecoder = new CollectReceivableDecoder();
    private final CollectReceivable collectReceivable = new CollectReceivable();
    private final RegisterAssetDecoder registerAssetDecoder = new RegisterAssetDecoder();
    private final RegisterAsset registerAsset = new RegisterAsset();
    private final RegisterInstrumentDecoder registerInstrumentDecoder = new RegisterInstrumentDecoder();
    private final RegisterInstrument registerInstrument = new RegisterInstrument();
    private final RegisterAccountDecoder registerAccountDecoder = new RegisterAccountDecoder();
    private final RegisterAccount registerAccount = new RegisterAccount();
    private final TransferDecoder transferDecoder = new TransferDecoder();
    private final Transfer transfer = new Transfer();
    private final LinkedTransfersDecoder linkedTransfersDecoder = new LinkedTransfersDecoder();
    private final LinkedTransfers linkedTransfers = new LinkedTransfers();
    private final HoldDecoder holdDecoder = new HoldDecoder();
    private final Hold hold = new Hold();
    private final CaptureHoldDecoder captureHoldDecoder = new CaptureHoldDecoder();
    private final CaptureHold captureHold = new CaptureHold();
    private final ReleaseHoldDecoder releaseHoldDecoder = new ReleaseHoldDecoder();
    private final ReleaseHold releaseHold = new ReleaseHold();
    private final PlaceOrderDecoder placeOrderDecoder = new PlaceOrderDecoder();
    private final PlaceOrder placeOrder = new PlaceOrder();
    private final CancelOrderDecoder cancelOrderDecoder = new CancelOrderDecoder();
    private final CancelOrder cancelOrder = new CancelOrder();
    private final ReplaceOrderDecoder replaceOrderDecoder = new ReplaceOrderDecoder();
    private final ReplaceOrder replaceOrder = new ReplaceOrder();
    private final MassCancelDecoder massCancelDecoder = new MassCancelDecoder();
    private final MassCancel massCancel = new MassCancel();
    private final OpenInstrumentDecoder openInstrumentDecoder = new OpenInstrumentDecoder();
    private final OpenInstrument openInstrument = new OpenInstrument();
    private final HaltInstrumentDecoder haltInstrumentDecoder = new HaltInstrumentDecoder();
    private final HaltInstrument haltInstrument = new HaltInstrument();
    private final CloseInstrumentDecoder closeInstrumentDecoder = new CloseInstrumentDecoder();
    private final CloseInstrument closeInstrument = new CloseInstrument();
    private final PlaceOcoDecoder placeOcoDecoder = new PlaceOcoDecoder();
    private final PlaceOco placeOco = new PlaceOco();
    private final PlaceBracketDecoder placeBracketDecoder = new PlaceBracketDecoder();
    private final PlaceBracket placeBracket = new PlaceBracket();
    private final SetLimitDecoder setLimitDecoder = new SetLimitDecoder();
    private final SetLimit setLimit = new SetLimit();
    private final SetKillSwitchDecoder setKillSwitchDecoder = new SetKillSwitchDecoder();
    private final SetKillSwitch setKillSwitch = new SetKillSwitch();
    private final SetSessionRulesDecoder setSessionRulesDecoder = new SetSessionRulesDecoder();
    private final SetSessionRules setSessionRules = new SetSessionRules();
    private final SetMarketBreakerDecoder setMarketBreakerDecoder = new SetMarketBreakerDecoder();
    private final SetMarketBreaker setMarketBreaker = new SetMarketBreaker();
    private final ChangePhaseDecoder changePhaseDecoder = new ChangePhaseDecoder();
    private final ChangePhase changePhase = new ChangePhase();
    private final ScheduleSessionDecoder scheduleSessionDecoder = new ScheduleSessionDecoder();
    private final ScheduleSession scheduleSession = new ScheduleSession();
    private final AskOutcomeDecoder askOutcomeDecoder = new AskOutcomeDecoder();
    private final AskOutcome askOutcome = new AskOutcome();
    private final TakeDigestDecoder takeDigestDecoder = new TakeDigestDecoder();
    private final TakeDigest takeDigest = new TakeDigest();
    private final ReverseTransferDecoder reverseTransferDecoder = new ReverseTransferDecoder();
    private final ReverseTransfer reverseTransfer = new ReverseTransfer();
    private final SetSettlementRulesDecoder setSettlementRulesDecoder = new SetSettlementRulesDecoder();
    private final SetSettlementRules setSettlementRules = new SetSettlementRules();
    private final BeginBusinessDayDecoder beginBusinessDayDecoder = new BeginBusinessDayDecoder();
    private final BeginBusinessDay beginBusinessDay = new BeginBusinessDay();
    private final SettleDueDecoder settleDueDecoder = new SettleDueDecoder();
    private final SettleDue settleDue = new SettleDue();
    private final SetFeeScheduleDecoder setFeeScheduleDecoder = new SetFeeScheduleDecoder();
    private final SetFeeSchedule setFeeSchedule = new SetFeeSchedule();
    private final AssignFeeScheduleDecoder assignFeeScheduleDecoder = new AssignFeeScheduleDecoder();
    private final AssignFeeSchedule assignFeeSchedule = new AssignFeeSchedule();
    private final AnnounceCorporateActionDecoder announceCorporateActionDecoder = new AnnounceCorporateActionDecoder();
    private final AnnounceCorporateAction announceCorporateAction = new AnnounceCorporateAction();
    private final WithdrawCorporateActionDecoder withdrawCorporateActionDecoder = new WithdrawCorporateActionDecoder();
    private final WithdrawCorporateAction withdrawCorporateAction = new WithdrawCorporateAction();
    private final ExerciseRightsDecoder exerciseRightsDecoder = new ExerciseRightsDecoder();
    private final ExerciseRights exerciseRights = new ExerciseRights();
    private final SetInterestTermsDecoder setInterestTermsDecoder = new SetInterestTermsDecoder();
    private final SetInterestTerms setInterestTerms = new SetInterestTerms();
    private final RunEndOfDayDecoder runEndOfDayDecoder = new RunEndOfDayDecoder();
    private final RunEndOfDay runEndOfDay = new RunEndOfDay();
    private final SetMarginProgramDecoder setMarginProgramDecoder = new SetMarginProgramDecoder();
    private final SetMarginProgram setMarginProgram = new SetMarginProgram();
    private final SetMarginTermsDecoder setMarginTermsDecoder = new SetMarginTermsDecoder();
    private final SetMarginTerms setMarginTerms = new SetMarginTerms();
    private final SetMarginAgreementDecoder setMarginAgreementDecoder = new SetMarginAgreementDecoder();
    private final SetMarginAgreement setMarginAgreement = new SetMarginAgreement();
    private final RepayMarginLoanDecoder repayMarginLoanDecoder = new RepayMarginLoanDecoder();
    private final RepayMarginLoan repayMarginLoan = new RepayMarginLoan();

    /**
     * Applies one command.
     *
     * @return the engine's reply; null if the bytes are no command of this schema: nothing was applied then
     */
    public @Nullable Reply apply(DirectBuffer buffer, int offset, int length, Engine engine) {
        if (length < HEADER_LENGTH) {
            return null;
        }
        header.wrap(buffer, offset);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID
                || header.version() != MessageHeaderDecoder.SCHEMA_VERSION
                || length < HEADER_LENGTH + header.blockLength()
                || header.blockLength() < blockLength(header.templateId())) {
            return null;
        }
        return switch (header.templateId()) {
            case RegisterAssetDecoder.TEMPLATE_ID ->
                engine.apply(read(registerAssetDecoder.wrapAndApplyHeader(buffer, offset, header), registerAsset));
            case RegisterInstrumentDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(registerInstrumentDecoder.wrapAndApplyHeader(buffer, offset, header), registerInstrument));
            case RegisterAccountDecoder.TEMPLATE_ID ->
                engine.apply(read(registerAccountDecoder.wrapAndApplyHeader(buffer, offset, header), registerAccount));
            case TransferDecoder.TEMPLATE_ID ->
                engine.apply(read(transferDecoder.wrapAndApplyHeader(buffer, offset, header), transfer));
            case LinkedTransfersDecoder.TEMPLATE_ID ->
                readLegs(buffer, offset, length) ? engine.apply(linkedTransfers) : null;
            case HoldDecoder.TEMPLATE_ID ->
                engine.apply(read(holdDecoder.wrapAndApplyHeader(buffer, offset, header), hold));
            case CaptureHoldDecoder.TEMPLATE_ID ->
                engine.apply(read(captureHoldDecoder.wrapAndApplyHeader(buffer, offset, header), captureHold));
            case ReleaseHoldDecoder.TEMPLATE_ID ->
                engine.apply(read(releaseHoldDecoder.wrapAndApplyHeader(buffer, offset, header), releaseHold));
            case PlaceOrderDecoder.TEMPLATE_ID ->
                engine.apply(read(placeOrderDecoder.wrapAndApplyHeader(buffer, offset, header), placeOrder));
            case CancelOrderDecoder.TEMPLATE_ID ->
                engine.apply(read(cancelOrderDecoder.wrapAndApplyHeader(buffer, offset, header), cancelOrder));
            case ReplaceOrderDecoder.TEMPLATE_ID ->
                engine.apply(read(replaceOrderDecoder.wrapAndApplyHeader(buffer, offset, header), replaceOrder));
            case MassCancelDecoder.TEMPLATE_ID ->
                engine.apply(read(massCancelDecoder.wrapAndApplyHeader(buffer, offset, header), massCancel));
            case OpenInstrumentDecoder.TEMPLATE_ID ->
                engine.apply(read(openInstrumentDecoder.wrapAndApplyHeader(buffer, offset, header), openInstrument));
            case HaltInstrumentDecoder.TEMPLATE_ID ->
                engine.apply(read(haltInstrumentDecoder.wrapAndApplyHeader(buffer, offset, header), haltInstrument));
            case CloseInstrumentDecoder.TEMPLATE_ID ->
                engine.apply(read(closeInstrumentDecoder.wrapAndApplyHeader(buffer, offset, header), closeInstrument));
            case PlaceOcoDecoder.TEMPLATE_ID ->
                engine.apply(read(placeOcoDecoder.wrapAndApplyHeader(buffer, offset, header), placeOco));
            case PlaceBracketDecoder.TEMPLATE_ID ->
                engine.apply(read(placeBracketDecoder.wrapAndApplyHeader(buffer, offset, header), placeBracket));
            case SetLimitDecoder.TEMPLATE_ID ->
                engine.apply(read(setLimitDecoder.wrapAndApplyHeader(buffer, offset, header), setLimit));
            case SetKillSwitchDecoder.TEMPLATE_ID ->
                engine.apply(read(setKillSwitchDecoder.wrapAndApplyHeader(buffer, offset, header), setKillSwitch));
            case SetSessionRulesDecoder.TEMPLATE_ID ->
                engine.apply(read(setSessionRulesDecoder.wrapAndApplyHeader(buffer, offset, header), setSessionRules));
            case SetMarketBreakerDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(setMarketBreakerDecoder.wrapAndApplyHeader(buffer, offset, header), setMarketBreaker));
            case ChangePhaseDecoder.TEMPLATE_ID ->
                engine.apply(read(changePhaseDecoder.wrapAndApplyHeader(buffer, offset, header), changePhase));
            case ScheduleSessionDecoder.TEMPLATE_ID ->
                readTransitions(buffer, offset, length) ? engine.apply(scheduleSession) : null;
            case AskOutcomeDecoder.TEMPLATE_ID ->
                engine.apply(read(askOutcomeDecoder.wrapAndApplyHeader(buffer, offset, header), askOutcome));
            case TakeDigestDecoder.TEMPLATE_ID ->
                engine.apply(read(takeDigestDecoder.wrapAndApplyHeader(buffer, offset, header), takeDigest));
            case SetListingDecoder.TEMPLATE_ID ->
                engine.apply(read(setListingDecoder.wrapAndApplyHeader(buffer, offset, header), setListing));
            case SetVenueStateDecoder.TEMPLATE_ID ->
                engine.apply(read(setVenueStateDecoder.wrapAndApplyHeader(buffer, offset, header), setVenueState));
            case VenueReportDecoder.TEMPLATE_ID ->
                engine.apply(read(venueReportDecoder.wrapAndApplyHeader(buffer, offset, header), venueReport));
            case DoubtVenueOrderDecoder.TEMPLATE_ID ->
                engine.apply(read(doubtVenueOrderDecoder.wrapAndApplyHeader(buffer, offset, header), doubtVenueOrder));
            case ResolveVenueBreakDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(resolveVenueBreakDecoder.wrapAndApplyHeader(buffer, offset, header), resolveVenueBreak));
            case CollectReceivableDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(collectReceivableDecoder.wrapAndApplyHeader(buffer, offset, header), collectReceivable));
            case ReverseTransferDecoder.TEMPLATE_ID ->
                engine.apply(read(reverseTransferDecoder.wrapAndApplyHeader(buffer, offset, header), reverseTransfer));
            case SetSettlementRulesDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(setSettlementRulesDecoder.wrapAndApplyHeader(buffer, offset, header), setSettlementRules));
            case BeginBusinessDayDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(beginBusinessDayDecoder.wrapAndApplyHeader(buffer, offset, header), beginBusinessDay));
            case SettleDueDecoder.TEMPLATE_ID ->
                engine.apply(read(settleDueDecoder.wrapAndApplyHeader(buffer, offset, header), settleDue));
            case SetFeeScheduleDecoder.TEMPLATE_ID ->
                engine.apply(read(setFeeScheduleDecoder.wrapAndApplyHeader(buffer, offset, header), setFeeSchedule));
            case AssignFeeScheduleDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(assignFeeScheduleDecoder.wrapAndApplyHeader(buffer, offset, header), assignFeeSchedule));
            case AnnounceCorporateActionDecoder.TEMPLATE_ID ->
                engine.apply(read(
                        announceCorporateActionDecoder.wrapAndApplyHeader(buffer, offset, header),
                        announceCorporateAction));
            case WithdrawCorporateActionDecoder.TEMPLATE_ID ->
                engine.apply(read(
                        withdrawCorporateActionDecoder.wrapAndApplyHeader(buffer, offset, header),
                        withdrawCorporateAction));
            case ExerciseRightsDecoder.TEMPLATE_ID ->
                engine.apply(read(exerciseRightsDecoder.wrapAndApplyHeader(buffer, offset, header), exerciseRights));
            case SetInterestTermsDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(setInterestTermsDecoder.wrapAndApplyHeader(buffer, offset, header), setInterestTerms));
            case RunEndOfDayDecoder.TEMPLATE_ID ->
                engine.apply(read(runEndOfDayDecoder.wrapAndApplyHeader(buffer, offset, header), runEndOfDay));
            case SetMarginProgramDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(setMarginProgramDecoder.wrapAndApplyHeader(buffer, offset, header), setMarginProgram));
            case SetMarginTermsDecoder.TEMPLATE_ID ->
                engine.apply(read(setMarginTermsDecoder.wrapAndApplyHeader(buffer, offset, header), setMarginTerms));
            case SetMarginAgreementDecoder.TEMPLATE_ID ->
                engine.apply(
                        read(setMarginAgreementDecoder.wrapAndApplyHeader(buffer, offset, header), setMarginAgreement));
            case RepayMarginLoanDecoder.TEMPLATE_ID ->
                engine.apply(read(repayMarginLoanDecoder.wrapAndApplyHeader(buffer, offset, header), repayMarginLoan));
            default -> null;
        };
    }

    private static int blockLength(int templateId) {
        return switch (templateId) {
            case RegisterAssetDecoder.TEMPLATE_ID -> RegisterAssetDecoder.BLOCK_LENGTH;
            case RegisterInstrumentDecoder.TEMPLATE_ID -> RegisterInstrumentDecoder.BLOCK_LENGTH;
            case RegisterAccountDecoder.TEMPLATE_ID -> RegisterAccountDecoder.BLOCK_LENGTH;
            case TransferDecoder.TEMPLATE_ID -> TransferDecoder.BLOCK_LENGTH;
            case LinkedTransfersDecoder.TEMPLATE_ID -> LinkedTransfersDecoder.BLOCK_LENGTH;
            case HoldDecoder.TEMPLATE_ID -> HoldDecoder.BLOCK_LENGTH;
            case CaptureHoldDecoder.TEMPLATE_ID -> CaptureHoldDecoder.BLOCK_LENGTH;
            case ReleaseHoldDecoder.TEMPLATE_ID -> ReleaseHoldDecoder.BLOCK_LENGTH;
            case PlaceOrderDecoder.TEMPLATE_ID -> PlaceOrderDecoder.BLOCK_LENGTH;
            case CancelOrderDecoder.TEMPLATE_ID -> CancelOrderDecoder.BLOCK_LENGTH;
            case ReplaceOrderDecoder.TEMPLATE_ID -> ReplaceOrderDecoder.BLOCK_LENGTH;
            case MassCancelDecoder.TEMPLATE_ID -> MassCancelDecoder.BLOCK_LENGTH;
            case OpenInstrumentDecoder.TEMPLATE_ID -> OpenInstrumentDecoder.BLOCK_LENGTH;
            case HaltInstrumentDecoder.TEMPLATE_ID -> HaltInstrumentDecoder.BLOCK_LENGTH;
            case CloseInstrumentDecoder.TEMPLATE_ID -> CloseInstrumentDecoder.BLOCK_LENGTH;
            case PlaceOcoDecoder.TEMPLATE_ID -> PlaceOcoDecoder.BLOCK_LENGTH;
            case PlaceBracketDecoder.TEMPLATE_ID -> PlaceBracketDecoder.BLOCK_LENGTH;
            case SetLimitDecoder.TEMPLATE_ID -> SetLimitDecoder.BLOCK_LENGTH;
            case SetKillSwitchDecoder.TEMPLATE_ID -> SetKillSwitchDecoder.BLOCK_LENGTH;
            case SetSessionRulesDecoder.TEMPLATE_ID -> SetSessionRulesDecoder.BLOCK_LENGTH;
            case SetMarketBreakerDecoder.TEMPLATE_ID -> SetMarketBreakerDecoder.BLOCK_LENGTH;
            case ChangePhaseDecoder.TEMPLATE_ID -> ChangePhaseDecoder.BLOCK_LENGTH;
            case ScheduleSessionDecoder.TEMPLATE_ID -> ScheduleSessionDecoder.BLOCK_LENGTH;
            case AskOutcomeDecoder.TEMPLATE_ID -> AskOutcomeDecoder.BLOCK_LENGTH;
            case TakeDigestDecoder.TEMPLATE_ID -> TakeDigestDecoder.BLOCK_LENGTH;
            case SetListingDecoder.TEMPLATE_ID -> SetListingDecoder.BLOCK_LENGTH;
            case SetVenueStateDecoder.TEMPLATE_ID -> SetVenueStateDecoder.BLOCK_LENGTH;
            case VenueReportDecoder.TEMPLATE_ID -> VenueReportDecoder.BLOCK_LENGTH;
            case DoubtVenueOrderDecoder.TEMPLATE_ID -> DoubtVenueOrderDecoder.BLOCK_LENGTH;
            case ResolveVenueBreakDecoder.TEMPLATE_ID -> ResolveVenueBreakDecoder.BLOCK_LENGTH;
            case CollectReceivableDecoder.TEMPLATE_ID -> CollectReceivableDecoder.BLOCK_LENGTH;
            case ReverseTransferDecoder.TEMPLATE_ID -> ReverseTransferDecoder.BLOCK_LENGTH;
            case SetSettlementRulesDecoder.TEMPLATE_ID -> SetSettlementRulesDecoder.BLOCK_LENGTH;
            case BeginBusinessDayDecoder.TEMPLATE_ID -> BeginBusinessDayDecoder.BLOCK_LENGTH;
            case SettleDueDecoder.TEMPLATE_ID -> SettleDueDecoder.BLOCK_LENGTH;
            case SetFeeScheduleDecoder.TEMPLATE_ID -> SetFeeScheduleDecoder.BLOCK_LENGTH;
            case AssignFeeScheduleDecoder.TEMPLATE_ID -> AssignFeeScheduleDecoder.BLOCK_LENGTH;
            case AnnounceCorporateActionDecoder.TEMPLATE_ID -> AnnounceCorporateActionDecoder.BLOCK_LENGTH;
            case WithdrawCorporateActionDecoder.TEMPLATE_ID -> WithdrawCorporateActionDecoder.BLOCK_LENGTH;
            case ExerciseRightsDecoder.TEMPLATE_ID -> ExerciseRightsDecoder.BLOCK_LENGTH;
            case SetInterestTermsDecoder.TEMPLATE_ID -> SetInterestTermsDecoder.BLOCK_LENGTH;
            case RunEndOfDayDecoder.TEMPLATE_ID -> RunEndOfDayDecoder.BLOCK_LENGTH;
            case SetMarginProgramDecoder.TEMPLATE_ID -> SetMarginProgramDecoder.BLOCK_LENGTH;
            case SetMarginTermsDecoder.TEMPLATE_ID -> SetMarginTermsDecoder.BLOCK_LENGTH;
            case SetMarginAgreementDecoder.TEMPLATE_ID -> SetMarginAgreementDecoder.BLOCK_LENGTH;
            case RepayMarginLoanDecoder.TEMPLATE_ID -> RepayMarginLoanDecoder.BLOCK_LENGTH;
            default -> Integer.MAX_VALUE;
        };
    }

    private static RegisterAsset read(RegisterAssetDecoder decoder, RegisterAsset command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.assetId = decoder.assetId();
        command.scale = decoder.scale();
        command.kind = AssetKind.ofCode(decoder.kind());
        command.code = decoder.code();
        return command;
    }

    private static RegisterInstrument read(RegisterInstrumentDecoder decoder, RegisterInstrument command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.instrumentId = decoder.instrumentId();
        command.baseAssetId = decoder.baseAssetId();
        command.quoteAssetId = decoder.quoteAssetId();
        command.lotMinor = decoder.lotMinor();
        command.boardLotLots = decoder.boardLotLots();
        command.tickValueMinor = decoder.tickValueMinor();
        command.referencePriceTicks = decoder.referencePriceTicks();
        command.maxOrderLots = decoder.maxOrderLots();
        command.feeAccountId = decoder.feeAccountId();
        command.taxAccountId = decoder.taxAccountId();
        command.bandPpm = decoder.bandPpm();
        command.makerFeePpm = decoder.makerFeePpm();
        command.takerFeePpm = decoder.takerFeePpm();
        command.sellTaxPpm = decoder.sellTaxPpm();
        command.marketCollarPpm = decoder.marketCollarPpm();
        command.symbol = decoder.symbol();
        return command;
    }

    private static RegisterAccount read(RegisterAccountDecoder decoder, RegisterAccount command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.kind = AccountKind.ofCode(decoder.kind());
        return command;
    }

    private static Transfer read(TransferDecoder decoder, Transfer command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.debitAccountId = decoder.debitAccountId();
        command.creditAccountId = decoder.creditAccountId();
        command.amountMinor = decoder.amountMinor();
        command.reference = decoder.reference();
        command.assetId = decoder.assetId();
        command.code = PostingCode.ofCode(decoder.code());
        command.balancing = Balancing.ofCode(decoder.balancing());
        return command;
    }

    private boolean readLegs(DirectBuffer buffer, int offset, int length) {
        var decoder = linkedTransfersDecoder.wrapAndApplyHeader(buffer, offset, header);
        linkedTransfers.clientId = decoder.clientId();
        linkedTransfers.commandId = decoder.commandId();
        int groupOffset = HEADER_LENGTH + header.blockLength();
        if (length < groupOffset + LinkedTransfersDecoder.LegsDecoder.sbeHeaderSize()) {
            return false;
        }
        var legs = decoder.legs();
        int end = groupOffset
                + LinkedTransfersDecoder.LegsDecoder.sbeHeaderSize()
                + legs.count() * legs.actingBlockLength();
        if (length < end || legs.actingBlockLength() < LinkedTransfersDecoder.LegsDecoder.sbeBlockLength()) {
            return false;
        }
        linkedTransfers.legCount(legs.count());
        for (int index = 0; index < legs.count() && index < LinkedTransfers.LEGS_MAX; index++) {
            var leg = legs.next();
            var transferLeg = linkedTransfers.leg(index);
            transferLeg.debitAccountId = leg.debitAccountId();
            transferLeg.creditAccountId = leg.creditAccountId();
            transferLeg.amountMinor = leg.amountMinor();
            transferLeg.reference = leg.reference();
            transferLeg.assetId = leg.assetId();
            transferLeg.code = PostingCode.ofCode(leg.code());
            transferLeg.balancing = Balancing.ofCode(leg.balancing());
        }
        return true;
    }

    private static Hold read(HoldDecoder decoder, Hold command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.amountMinor = decoder.amountMinor();
        command.deadlineNanos = decoder.deadlineNanos();
        command.reference = decoder.reference();
        command.assetId = decoder.assetId();
        command.code = PostingCode.ofCode(decoder.code());
        return command;
    }

    private static CaptureHold read(CaptureHoldDecoder decoder, CaptureHold command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.holdId = decoder.holdId();
        command.creditAccountId = decoder.creditAccountId();
        command.amountMinor = decoder.amountMinor();
        return command;
    }

    private static ReleaseHold read(ReleaseHoldDecoder decoder, ReleaseHold command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.holdId = decoder.holdId();
        return command;
    }

    private static PlaceOrder read(PlaceOrderDecoder decoder, PlaceOrder command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.priceTicks = decoder.priceTicks();
        command.quantityLots = decoder.quantityLots();
        command.clientTag = decoder.clientTag();
        command.instrumentId = decoder.instrumentId();
        command.side = Side.ofCode(decoder.side());
        command.orderType = OrderType.ofCode(decoder.orderType());
        command.timeInForce = TimeInForce.ofCode(decoder.timeInForce());
        command.postOnly = decoder.postOnly() != 0;
        command.triggerPriceTicks = decoder.triggerPriceTicks();
        command.trailTicks = decoder.trailTicks();
        command.trailPpm = decoder.trailPpm();
        command.displayLots = decoder.displayLots();
        command.minimumLots = decoder.minimumLots();
        command.expiresNanos = decoder.expiresNanos();
        command.selfTradePrevention = SelfTradePrevention.ofCode(decoder.selfTradePrevention());
        command.reprice = decoder.reprice() != 0;
        command.pegReference = PegReference.ofCode(decoder.pegReference());
        command.pegOffsetTicks = decoder.pegOffsetTicks();
        return command;
    }

    private static CancelOrder read(CancelOrderDecoder decoder, CancelOrder command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.orderId = decoder.orderId();
        return command;
    }

    private static ReplaceOrder read(ReplaceOrderDecoder decoder, ReplaceOrder command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.orderId = decoder.orderId();
        command.priceTicks = decoder.priceTicks();
        command.quantityLots = decoder.quantityLots();
        command.triggerPriceTicks = decoder.triggerPriceTicks();
        return command;
    }

    private static MassCancel read(MassCancelDecoder decoder, MassCancel command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.instrumentId = decoder.instrumentId();
        return command;
    }

    private static OpenInstrument read(OpenInstrumentDecoder decoder, OpenInstrument command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.referencePriceTicks = decoder.referencePriceTicks();
        command.instrumentId = decoder.instrumentId();
        return command;
    }

    private static HaltInstrument read(HaltInstrumentDecoder decoder, HaltInstrument command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.instrumentId = decoder.instrumentId();
        return command;
    }

    private static CloseInstrument read(CloseInstrumentDecoder decoder, CloseInstrument command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.instrumentId = decoder.instrumentId();
        return command;
    }

    private static PlaceOco read(PlaceOcoDecoder decoder, PlaceOco command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.instrumentId = decoder.instrumentId();
        command.quantityLots = decoder.quantityLots();
        command.timeInForce = TimeInForce.ofCode(decoder.timeInForce());
        command.expiresNanos = decoder.expiresNanos();
        command.side = Side.ofCode(decoder.side());
        command.orderType = OrderType.ofCode(decoder.orderType());
        command.priceTicks = decoder.priceTicks();
        command.triggerPriceTicks = decoder.triggerPriceTicks();
        command.trailTicks = decoder.trailTicks();
        command.trailPpm = decoder.trailPpm();
        command.otherSide = Side.ofCode(decoder.otherSide());
        command.otherOrderType = OrderType.ofCode(decoder.otherOrderType());
        command.otherPriceTicks = decoder.otherPriceTicks();
        command.otherTriggerPriceTicks = decoder.otherTriggerPriceTicks();
        command.otherTrailTicks = decoder.otherTrailTicks();
        command.otherTrailPpm = decoder.otherTrailPpm();
        command.selfTradePrevention = SelfTradePrevention.ofCode(decoder.selfTradePrevention());
        command.clientTag = decoder.clientTag();
        return command;
    }

    private static PlaceBracket read(PlaceBracketDecoder decoder, PlaceBracket command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.instrumentId = decoder.instrumentId();
        command.side = Side.ofCode(decoder.side());
        command.orderType = OrderType.ofCode(decoder.orderType());
        command.timeInForce = TimeInForce.ofCode(decoder.timeInForce());
        command.priceTicks = decoder.priceTicks();
        command.triggerPriceTicks = decoder.triggerPriceTicks();
        command.quantityLots = decoder.quantityLots();
        command.expiresNanos = decoder.expiresNanos();
        command.takeProfitTicks = decoder.takeProfitTicks();
        command.stopType = OrderType.ofCode(decoder.stopType());
        command.stopTriggerTicks = decoder.stopTriggerTicks();
        command.stopPriceTicks = decoder.stopPriceTicks();
        command.stopTrailTicks = decoder.stopTrailTicks();
        command.stopTrailPpm = decoder.stopTrailPpm();
        command.selfTradePrevention = SelfTradePrevention.ofCode(decoder.selfTradePrevention());
        command.clientTag = decoder.clientTag();
        return command;
    }

    private static SetLimit read(SetLimitDecoder decoder, SetLimit command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.subjectId = decoder.subjectId();
        command.value = decoder.value();
        command.staffId = decoder.staffId();
        command.reasonCode = decoder.reasonCode();
        command.scope = RiskScope.ofCode(decoder.scope());
        command.limitKind = LimitKind.ofCode(decoder.limitKind());
        return command;
    }

    private static SetKillSwitch read(SetKillSwitchDecoder decoder, SetKillSwitch command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.subjectId = decoder.subjectId();
        command.staffId = decoder.staffId();
        command.reasonCode = decoder.reasonCode();
        command.scope = RiskScope.ofCode(decoder.scope());
        command.engaged = decoder.engaged() != 0;
        return command;
    }

    private static SetSessionRules read(SetSessionRulesDecoder decoder, SetSessionRules command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.instrumentId = decoder.instrumentId();
        command.calendarId = decoder.calendarId();
        command.dynamicCollarPpm = decoder.dynamicCollarPpm();
        command.staticCollarPpm = decoder.staticCollarPpm();
        command.interruptionNanos = decoder.interruptionNanos();
        command.locksAuctions = decoder.locksAuctions() != 0;
        return command;
    }

    private static SetMarketBreaker read(SetMarketBreakerDecoder decoder, SetMarketBreaker command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.calendarId = decoder.calendarId();
        command.haltMovePpm = decoder.haltMovePpm();
        command.haltNanos = decoder.haltNanos();
        command.closeMovePpm = decoder.closeMovePpm();
        return command;
    }

    private static ChangePhase read(ChangePhaseDecoder decoder, ChangePhase command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.instrumentId = decoder.instrumentId();
        command.phase = Phase.ofCode(decoder.phase());
        command.referencePriceTicks = decoder.referencePriceTicks();
        command.endsNanos = decoder.endsNanos();
        return command;
    }

    private boolean readTransitions(DirectBuffer buffer, int offset, int length) {
        var decoder = scheduleSessionDecoder.wrapAndApplyHeader(buffer, offset, header);
        scheduleSession.clientId = decoder.clientId();
        scheduleSession.commandId = decoder.commandId();
        scheduleSession.calendarId = decoder.calendarId();
        int groupOffset = HEADER_LENGTH + header.blockLength();
        int groupHeaderLength = ScheduleSessionDecoder.TransitionsDecoder.sbeHeaderSize();
        if (length < groupOffset + groupHeaderLength) {
            return false;
        }
        var transitions = decoder.transitions();
        int blockLength = transitions.actingBlockLength();
        if (length < groupOffset + groupHeaderLength + transitions.count() * blockLength
                || blockLength < ScheduleSessionDecoder.TransitionsDecoder.sbeBlockLength()) {
            return false;
        }
        scheduleSession.transitionCount(transitions.count());
        for (int index = 0; index < transitions.count() && index < ScheduleSession.TRANSITIONS_MAX; index++) {
            var transition = transitions.next();
            scheduleSession.transition(index, transition.startNanos(), Phase.ofCode(transition.phase()));
        }
        return true;
    }

    private static AskOutcome read(AskOutcomeDecoder decoder, AskOutcome command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.targetClientId = decoder.targetClientId();
        command.targetCommandId = decoder.targetCommandId();
        command.fence = decoder.fence() != 0;
        return command;
    }

    private static SetListing read(SetListingDecoder decoder, SetListing command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.clearingAccountId = decoder.clearingAccountId();
        command.errorAccountId = decoder.errorAccountId();
        command.instrumentId = decoder.instrumentId();
        command.venueId = decoder.venueId();
        command.queuesWhenDown = decoder.queuesWhenDown() != 0;
        return command;
    }

    private static SetVenueState read(SetVenueStateDecoder decoder, SetVenueState command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.venueId = decoder.venueId();
        command.up = decoder.up() != 0;
        return command;
    }

    private static VenueReport read(VenueReportDecoder decoder, VenueReport command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.executionId = decoder.executionId();
        command.referenceId = decoder.referenceId();
        command.orderId = decoder.orderId();
        command.lots = decoder.lots();
        command.priceTicks = decoder.priceTicks();
        command.cumulativeLots = decoder.cumulativeLots();
        command.instrumentId = decoder.instrumentId();
        command.venueId = decoder.venueId();
        command.requestNumber = decoder.requestNumber();
        command.reasonCode = decoder.reasonCode();
        command.kind = VenueReportKind.ofCode(decoder.kind());
        command.side = Side.ofCode(decoder.side());
        return command;
    }

    private static DoubtVenueOrder read(DoubtVenueOrderDecoder decoder, DoubtVenueOrder command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.orderId = decoder.orderId();
        command.requestNumber = decoder.requestNumber();
        return command;
    }

    private static ResolveVenueBreak read(ResolveVenueBreakDecoder decoder, ResolveVenueBreak command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.breakId = decoder.breakId();
        command.staffId = decoder.staffId();
        command.reasonCode = decoder.reasonCode();
        return command;
    }

    private static CollectReceivable read(CollectReceivableDecoder decoder, CollectReceivable command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.assetId = decoder.assetId();
        return command;
    }

    private static TakeDigest read(TakeDigestDecoder decoder, TakeDigest command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        return command;
    }

    private static ReverseTransfer read(ReverseTransferDecoder decoder, ReverseTransfer command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.transferId = decoder.transferId();
        command.reference = decoder.reference();
        return command;
    }

    private static SetSettlementRules read(SetSettlementRulesDecoder decoder, SetSettlementRules command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.clearingAccountId = decoder.clearingAccountId();
        command.instrumentId = decoder.instrumentId();
        command.calendarId = decoder.calendarId();
        command.lagDays = decoder.lagDays();
        command.buyInDays = decoder.buyInDays();
        command.proceedsUsable = decoder.proceedsUsable() != 0;
        command.sameDaySale = decoder.sameDaySale() != 0;
        command.suspended = decoder.suspended() != 0;
        return command;
    }

    private static BeginBusinessDay read(BeginBusinessDayDecoder decoder, BeginBusinessDay command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.calendarId = decoder.calendarId();
        command.date = decoder.date();
        return command;
    }

    private static SettleDue read(SettleDueDecoder decoder, SettleDue command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.calendarId = decoder.calendarId();
        command.obligationsMax = decoder.obligationsMax();
        return command;
    }

    private static SetFeeSchedule read(SetFeeScheduleDecoder decoder, SetFeeSchedule command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.scheduleId = decoder.scheduleId();
        command.assetId = decoder.assetId();
        command.calendarId = decoder.calendarId();
        command.effectiveDate = decoder.effectiveDate();
        command.commissionAccountId = decoder.commissionAccountId();
        command.stampDutyAccountId = decoder.stampDutyAccountId();
        command.transferFeeAccountId = decoder.transferFeeAccountId();
        command.commissionMinimumMinor = decoder.commissionMinimumMinor();
        command.makerPpm = decoder.makerPpm();
        command.takerPpm = decoder.takerPpm();
        command.tier1TurnoverMinor = decoder.tier1TurnoverMinor();
        command.tier1MakerPpm = decoder.tier1MakerPpm();
        command.tier1TakerPpm = decoder.tier1TakerPpm();
        command.tier2TurnoverMinor = decoder.tier2TurnoverMinor();
        command.tier2MakerPpm = decoder.tier2MakerPpm();
        command.tier2TakerPpm = decoder.tier2TakerPpm();
        command.tier3TurnoverMinor = decoder.tier3TurnoverMinor();
        command.tier3MakerPpm = decoder.tier3MakerPpm();
        command.tier3TakerPpm = decoder.tier3TakerPpm();
        command.stampDutyPpm = decoder.stampDutyPpm();
        command.transferFeePpm = decoder.transferFeePpm();
        command.commissionRounding = Rounding.ofCode(decoder.commissionRounding());
        command.stampDutyRounding = Rounding.ofCode(decoder.stampDutyRounding());
        command.transferFeeRounding = Rounding.ofCode(decoder.transferFeeRounding());
        return command;
    }

    private static AssignFeeSchedule read(AssignFeeScheduleDecoder decoder, AssignFeeSchedule command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.instrumentId = decoder.instrumentId();
        command.scheduleId = decoder.scheduleId();
        return command;
    }

    private static AnnounceCorporateAction read(
            AnnounceCorporateActionDecoder decoder, AnnounceCorporateAction command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.actionId = decoder.actionId();
        command.kind = CorporateActionKind.ofCode(decoder.kind());
        command.instrumentId = decoder.instrumentId();
        command.calendarId = decoder.calendarId();
        command.exDate = decoder.exDate();
        command.payDate = decoder.payDate();
        command.expiryDate = decoder.expiryDate();
        command.numerator = decoder.numerator();
        command.denominator = decoder.denominator();
        command.priceNumerator = decoder.priceNumerator();
        command.priceDenominator = decoder.priceDenominator();
        command.taxPpm = decoder.taxPpm();
        command.rounding = Rounding.ofCode(decoder.rounding());
        command.sourceAccountId = decoder.sourceAccountId();
        command.taxAccountId = decoder.taxAccountId();
        command.rightsAssetId = decoder.rightsAssetId();
        return command;
    }

    private static WithdrawCorporateAction read(
            WithdrawCorporateActionDecoder decoder, WithdrawCorporateAction command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.actionId = decoder.actionId();
        return command;
    }

    private static ExerciseRights read(ExerciseRightsDecoder decoder, ExerciseRights command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.actionId = decoder.actionId();
        command.quantityMinor = decoder.quantityMinor();
        return command;
    }

    private static SetInterestTerms read(SetInterestTermsDecoder decoder, SetInterestTerms command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.assetId = decoder.assetId();
        command.calendarId = decoder.calendarId();
        command.payerAccountId = decoder.payerAccountId();
        command.dayCount = decoder.dayCount();
        command.creditDay = decoder.creditDay();
        command.creditMonths = decoder.creditMonths();
        command.ratePpm = decoder.ratePpm();
        command.band1Minor = decoder.band1Minor();
        command.band1Ppm = decoder.band1Ppm();
        command.band2Minor = decoder.band2Minor();
        command.band2Ppm = decoder.band2Ppm();
        return command;
    }

    private static RunEndOfDay read(RunEndOfDayDecoder decoder, RunEndOfDay command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.calendarId = decoder.calendarId();
        command.date = decoder.date();
        command.itemsMax = decoder.itemsMax();
        command.staffId = decoder.staffId();
        return command;
    }

    private static SetMarginProgram read(SetMarginProgramDecoder decoder, SetMarginProgram command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.programId = decoder.programId();
        command.assetId = decoder.assetId();
        command.calendarId = decoder.calendarId();
        command.lendingAccountId = decoder.lendingAccountId();
        command.incomeAccountId = decoder.incomeAccountId();
        command.closingPpm = decoder.closingPpm();
        command.warningPpm = decoder.warningPpm();
        command.restorePpm = decoder.restorePpm();
        command.withdrawalPpm = decoder.withdrawalPpm();
        command.concentrationPpm = decoder.concentrationPpm();
        command.dayCount = decoder.dayCount();
        command.callDays = decoder.callDays();
        command.protectionPpm = decoder.protectionPpm();
        command.creditMaxMinor = decoder.creditMaxMinor();
        command.revalueNanos = decoder.revalueNanos();
        command.staffId = decoder.staffId();
        return command;
    }

    private static SetMarginTerms read(SetMarginTermsDecoder decoder, SetMarginTerms command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.instrumentId = decoder.instrumentId();
        command.conversionPpm = decoder.conversionPpm();
        command.initialPpm = decoder.initialPpm();
        command.collateral = decoder.collateral() != 0;
        command.financing = decoder.financing() != 0;
        command.staffId = decoder.staffId();
        return command;
    }

    private static SetMarginAgreement read(SetMarginAgreementDecoder decoder, SetMarginAgreement command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.programId = decoder.programId();
        command.creditLimitMinor = decoder.creditLimitMinor();
        command.ratePpm = decoder.ratePpm();
        command.active = decoder.active() != 0;
        command.staffId = decoder.staffId();
        return command;
    }

    private static RepayMarginLoan read(RepayMarginLoanDecoder decoder, RepayMarginLoan command) {
        command.clientId = decoder.clientId();
        command.commandId = decoder.commandId();
        command.accountId = decoder.accountId();
        command.amountMinor = decoder.amountMinor();
        return command;
    }
}
