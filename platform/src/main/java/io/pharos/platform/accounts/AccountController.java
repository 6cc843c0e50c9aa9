package io.pharos.platform.accounts;

import io.pharos.platform.accounts.Accounts.Entry;
import io.pharos.platform.accounts.Accounts.Proof;
import io.pharos.platform.accounts.Accounts.Registration;
import io.pharos.platform.accounts.Customer.ColourScheme;
import io.pharos.platform.accounts.Customer.Theme;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.EdgeSettings;
import io.pharos.platform.edge.Origin;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.SessionCookie;
import io.pharos.platform.edge.Sessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registration, session and profile. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "accounts", description = "Registration, session and profile")
final class AccountController {
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");
    private static final int DISPLAY_NAME_LENGTH_MAX = 40;

    private final Accounts accounts;
    private final Sessions sessions;
    private final EdgeSettings settings;

    AccountController(Accounts accounts, Sessions sessions, EdgeSettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Who wants an account. */
    record RegistrationForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", format = "email") @Nullable
            EmailAddress email,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    format = "password",
                    minLength = 12,
                    maxLength = 128)
            @Nullable
            Password password,

            @Nullable String displayName,

            @Schema(allowableValues = {"zh-CN", "en"}) @Nullable
            String language) {}

    /** Who wants to sign in. */
    record Credentials(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", format = "email") @Nullable
            EmailAddress email,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "string", format = "password") @Nullable
            Password password,

            @Schema(
                    description =
                            "the authenticator's six digits, or a recovery code; where SECOND_FACTOR_REQUIRED asks")
            @Nullable
            String code) {}

    /** What changes; what is absent stays. */
    record ProfileChange(
            @Schema(allowableValues = {"zh-CN", "en"}) @Nullable
            String language,

            @Nullable ColourScheme colourScheme,
            @Nullable Theme theme,
            @Nullable String displayName) {}

    /** The signed-in customer. */
    record Me(
            String customerId,
            String accountId,
            @Schema(type = "string", format = "email") EmailAddress email,
            String displayName,
            CallerRole role,
            @Schema(allowableValues = {"zh-CN", "en"}) String language,
            ColourScheme colourScheme,
            Theme theme,
            Instant registeredAt) {
        static Me of(Customer customer) {
            return new Me(
                    customer.customerId(),
                    "acc_" + customer.accountId(),
                    customer.email(),
                    customer.displayName(),
                    customer.role(),
                    customer.language(),
                    customer.colourScheme(),
                    customer.theme(),
                    customer.registeredAt());
        }
    }

    @PostMapping("/registrations")
    @Operation(summary = "Open an account and sign in")
    @ApiResponse(responseCode = "201", description = "opened, and signed in")
    ResponseEntity<Me> register(
            @RequestBody RegistrationForm form, HttpServletRequest request, HttpServletResponse response) {
        EmailAddress email = present("/email", form.email());
        Password password = present("/password", form.password());
        refuse("/email", email.refusal());
        refuse("/password", password.refusal(email));
        String name = form.displayName() == null || form.displayName().isBlank()
                ? email.localPart()
                : displayName(form.displayName());
        String language = form.language() == null ? languageOf(request) : language(form.language());
        Entry entry = accounts.register(
                new Registration(email, password, name, language), CallerRole.CUSTOMER, Origin.of(request));
        return ResponseEntity.status(HttpStatus.CREATED).body(enter(entry, request, response));
    }

    @PostMapping("/session")
    @Operation(summary = "Sign in")
    Me signIn(@RequestBody Credentials form, HttpServletRequest request, HttpServletResponse response) {
        Proof proof = new Proof(present("/email", form.email()), present("/password", form.password()), form.code());
        Entry entry = accounts.signIn(proof, Origin.of(request));
        return enter(entry, request, response);
    }

    @GetMapping("/session")
    @Operation(summary = "Who is signed in; always sets the cookie XSRF-TOKEN")
    Me session(CsrfToken csrf, @Nullable Caller caller, HttpServletRequest request, HttpServletResponse response) {
        csrf.getToken();
        if (caller == null) {
            if (SessionCookie.token(request).isPresent()) {
                SessionCookie.clear(request, response);
            }
            throw new ProblemException(EdgeProblem.UNAUTHENTICATED);
        }
        return me(caller);
    }

    @DeleteMapping("/session")
    @Operation(summary = "Sign out")
    @ApiResponse(responseCode = "204", description = "signed out")
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.token(request).ifPresent(sessions::close);
        SessionCookie.clear(request, response);
        return ResponseEntity.noContent().build();
    }

    @PatchMapping("/me")
    @Operation(summary = "Change the profile")
    Me change(@RequestBody ProfileChange change, Caller caller) {
        Customer customer = accounts.find(caller.customerId()).orElseThrow();
        Customer changed = new Customer(
                customer.customerId(),
                customer.accountId(),
                customer.email(),
                change.displayName() == null ? customer.displayName() : displayName(change.displayName()),
                customer.role(),
                change.language() == null ? customer.language() : language(change.language()),
                change.colourScheme() == null ? customer.colourScheme() : change.colourScheme(),
                change.theme() == null ? customer.theme() : change.theme(),
                customer.registeredAt(),
                customer.accountOpen());
        accounts.update(changed);
        return Me.of(changed);
    }

    private Me me(Caller caller) {
        return Me.of(accounts.find(caller.customerId())
                .orElseThrow(() -> new ProblemException(EdgeProblem.UNAUTHENTICATED)));
    }

    private Me enter(Entry entry, HttpServletRequest request, HttpServletResponse response) {
        return switch (entry) {
            case Entry.Entered entered -> {
                // A session that was open in this browser ends: its token must not survive a change of person.
                SessionCookie.token(request).ifPresent(sessions::close);
                SessionCookie.set(
                        request,
                        response,
                        sessions.open(entered.customer().caller(), Origin.of(request)),
                        settings.sessionLife());
                yield Me.of(entered.customer());
            }
            case Entry.Refused refused -> throw refusal(refused, response);
        };
    }

    /** The answer to somebody who was not let in. */
    static ProblemException refusal(Entry.Refused refused, HttpServletResponse response) {
        if (refused.retryAfter().isPositive()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds() + 1));
        }
        return new ProblemException(refused.problem(), refused.retryAfter().toMinutes() + 1);
    }

    static <T> T present(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MISSING);
        }
        return value;
    }

    static void refuse(String pointer, Optional<AccountProblem> refusal) {
        if (refusal.isPresent()) {
            throw ProblemException.at(pointer, refusal.get());
        }
    }

    private static String displayName(String text) {
        String name = text.strip();
        if (name.isEmpty()
                || name.length() > DISPLAY_NAME_LENGTH_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.at("/displayName", AccountProblem.DISPLAY_NAME_INVALID);
        }
        return name;
    }

    private static String language(String text) {
        if (!LANGUAGES.contains(text)) {
            throw ProblemException.at("/language", AccountProblem.LANGUAGE_UNKNOWN);
        }
        return text;
    }

    private static String languageOf(HttpServletRequest request) {
        boolean chinese = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? "zh-CN" : "en";
    }
}
