package io.pharos.platform.accounts;

import static io.pharos.platform.accounts.AccountController.present;
import static io.pharos.platform.accounts.AccountController.refuse;

import io.pharos.platform.accounts.Accounts.Entry;
import io.pharos.platform.accounts.Accounts.Proof;
import io.pharos.platform.accounts.SecurityEvents.Kind;
import io.pharos.platform.accounts.SecurityEvents.SecurityEvent;
import io.pharos.platform.accounts.Totp.QrCode;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.Origin;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.SessionCookie;
import io.pharos.platform.edge.Sessions;
import io.pharos.platform.edge.Sessions.OpenSession;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The keys of one's own account: password, authenticator, recovery codes, sessions, and what happened at its door. What
 * changes a key needs a proof of identity within the last minutes.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "security", description = "Password, authenticator, sessions and history of one's own account")
final class SecurityController {
    private static final int EVENTS_MAX = 100;

    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final SecurityEvents events;
    private final Sessions sessions;

    SecurityController(Accounts accounts, SecondFactor secondFactor, SecurityEvents events, Sessions sessions) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.events = events;
        this.sessions = sessions;
    }

    /** Who somebody says to be, again. */
    record ProofForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", format = "password") @Nullable
            Password password,

            @Nullable String code) {}

    /** A new password. */
    record PasswordForm(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    format = "password",
                    minLength = 12,
                    maxLength = 128)
            @Nullable
            Password password) {}

    /** A code of the authenticator. */
    record CodeForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String code) {}

    /**
     * How the account is secured.
     *
     * @param recoveryCodesLeft of ten
     */
    record SecurityView(boolean authenticatorOn, int recoveryCodesLeft) {}

    /**
     * What an authenticator application needs; shown once.
     *
     * @param secret Base32, to be typed where no camera is
     * @param uri what the QR code says
     */
    record AuthenticatorSetup(String secret, String uri, QrCode qrCode) {}

    /** Codes for the day on which the authenticator is lost; shown once, each good once. */
    record RecoveryCodeList(List<String> codes) {}

    /** The sessions of the account. */
    record SessionList(List<OpenSession> items) {}

    /** The history of the account's keys, the latest first. */
    record SecurityEventList(List<SecurityEvent> items) {}

    @GetMapping("/security")
    @Operation(summary = "How the account is secured")
    SecurityView security(Caller caller) {
        return new SecurityView(
                secondFactor.isOn(caller.customerId()), secondFactor.recoveryCodesLeft(caller.customerId()));
    }

    @GetMapping("/security/events")
    @Operation(summary = "Sign-ins, failed ones too, and changes of keys: the last hundred")
    SecurityEventList history(Caller caller) {
        return new SecurityEventList(events.of(caller.customerId(), EVENTS_MAX));
    }

    @PostMapping("/session/proof")
    @Operation(summary = "Prove again who you are, for what PROOF_REQUIRED refuses")
    @ApiResponse(responseCode = "204", description = "proved")
    ResponseEntity<Void> prove(
            @RequestBody ProofForm form, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Customer customer = accounts.find(caller.customerId()).orElseThrow();
        Proof proof = new Proof(customer.email(), present("/password", form.password()), form.code());
        if (accounts.signIn(proof, Origin.of(request)) instanceof Entry.Refused refused) {
            throw AccountController.refusal(refused, response);
        }
        SessionCookie.token(request).ifPresent(sessions::proved);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/security/password")
    @Operation(summary = "Change the password; all other sessions end")
    @ApiResponse(responseCode = "204", description = "changed")
    ResponseEntity<Void> changePassword(@RequestBody PasswordForm form, Caller caller, HttpServletRequest request) {
        sessions.requireProof(request);
        Password password = present("/password", form.password());
        Customer customer = accounts.find(caller.customerId()).orElseThrow();
        refuse("/password", password.refusal(customer.email()));
        if (accounts.hasPassword(customer, password)) {
            throw ProblemException.at("/password", AccountProblem.PASSWORD_UNCHANGED);
        }
        accounts.changePassword(customer.customerId(), password);
        events.add(caller.customerId(), Kind.PASSWORD_CHANGED, Origin.of(request));
        endOthers(caller, request);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/security/authenticator")
    @Operation(summary = "Begin to set up an authenticator; it counts once its first code was confirmed")
    AuthenticatorSetup setUp(Caller caller, HttpServletRequest request) {
        sessions.requireProof(request);
        Customer customer = accounts.find(caller.customerId()).orElseThrow();
        byte[] secret = secondFactor
                .enrol(caller.customerId())
                .orElseThrow(() -> new ProblemException(AccountProblem.SECOND_FACTOR_ON));
        String uri = Totp.uri(secret, customer.email());
        return new AuthenticatorSetup(Totp.text(secret), uri, QrCode.of(uri));
    }

    @PostMapping("/security/authenticator/confirmation")
    @Operation(summary = "Turn the authenticator on with its first code; all other sessions end")
    RecoveryCodeList confirm(@RequestBody CodeForm form, Caller caller, HttpServletRequest request) {
        sessions.requireProof(request);
        if (secondFactor.isOn(caller.customerId())) {
            throw new ProblemException(AccountProblem.SECOND_FACTOR_ON);
        }
        List<String> codes = secondFactor
                .confirm(caller.customerId(), present("/code", form.code()))
                .orElseThrow(() -> ProblemException.at("/code", AccountProblem.CODE_WRONG));
        events.add(caller.customerId(), Kind.AUTHENTICATOR_ON, Origin.of(request));
        endOthers(caller, request);
        return new RecoveryCodeList(codes);
    }

    @DeleteMapping("/security/authenticator")
    @Operation(summary = "Remove the authenticator and its recovery codes")
    @ApiResponse(responseCode = "204", description = "removed")
    ResponseEntity<Void> remove(Caller caller, HttpServletRequest request) {
        sessions.requireProof(request);
        if (!secondFactor.turnOff(caller.customerId())) {
            throw new ProblemException(AccountProblem.SECOND_FACTOR_OFF);
        }
        events.add(caller.customerId(), Kind.AUTHENTICATOR_OFF, Origin.of(request));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/security/recovery-codes")
    @Operation(summary = "Make new recovery codes; the old ones are good no more")
    RecoveryCodeList makeRecoveryCodes(Caller caller, HttpServletRequest request) {
        sessions.requireProof(request);
        if (!secondFactor.isOn(caller.customerId())) {
            throw new ProblemException(AccountProblem.SECOND_FACTOR_OFF);
        }
        List<String> codes = secondFactor.newRecoveryCodes(caller.customerId());
        events.add(caller.customerId(), Kind.RECOVERY_CODES_MADE, Origin.of(request));
        return new RecoveryCodeList(codes);
    }

    @GetMapping("/sessions")
    @Operation(summary = "Where you are signed in")
    SessionList sessions(Caller caller, HttpServletRequest request) {
        return new SessionList(
                sessions.of(caller.customerId(), SessionCookie.token(request).orElse("")));
    }

    @DeleteMapping("/sessions/{id}")
    @Operation(summary = "Sign out elsewhere")
    @ApiResponse(responseCode = "204", description = "signed out")
    ResponseEntity<Void> end(@PathVariable("id") String id, Caller caller, HttpServletRequest request) {
        if (!sessions.close(caller.customerId(), id)) {
            throw new ProblemException(EdgeProblem.NOT_FOUND);
        }
        events.add(caller.customerId(), Kind.SESSIONS_ENDED, Origin.of(request));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/sessions")
    @Operation(summary = "Sign out everywhere but here")
    @ApiResponse(responseCode = "204", description = "signed out")
    ResponseEntity<Void> endOthers(Caller caller, HttpServletRequest request) {
        int ended = sessions.closeOthers(
                caller.customerId(), SessionCookie.token(request).orElse(""));
        if (ended > 0) {
            events.add(caller.customerId(), Kind.SESSIONS_ENDED, Origin.of(request));
        }
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }
}
