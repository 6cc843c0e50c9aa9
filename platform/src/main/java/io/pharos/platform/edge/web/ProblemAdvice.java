package io.pharos.platform.edge.web;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.FieldProblem;
import io.pharos.platform.edge.Problem;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.peer.RoleUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Turns whatever ends a request into a problem with a stable code. */
@RestControllerAdvice
public final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** As the text of REQUEST_IN_PROGRESS says. */
    private static final long RETRY_AFTER_SECONDS = 1;

    private final ProblemWriter problems;

    public ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException problem, HttpServletRequest request) {
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(RoleUnavailable absent, HttpServletRequest request) {
        Instant since = absent.since();
        return answer(
                new ProblemException(EdgeProblem.ROLE_UNAVAILABLE, absent.role(), since == null ? "-" : since),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(reasonOf(unreadable), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        List<FieldProblem> fields = new ArrayList<>();
        for (FieldError error : invalid.getBindingResult().getFieldErrors()) {
            fields.add(FieldProblem.of("/" + error.getField().replace('.', '/'), codeOf(error)));
        }
        ProblemCode code = fields.isEmpty()
                ? EdgeProblem.REQUEST_INVALID
                : fields.getFirst().code();
        return answer(new ProblemException(code, fields), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return answer(ProblemException.at("?" + missing.getParameterName(), EdgeProblem.VALUE_MISSING), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return answer(ProblemException.at("?" + mistyped.getName(), EdgeProblem.VALUE_MALFORMED), request);
    }

    @ExceptionHandler
    void disconnected(AsyncRequestNotUsableException gone) {
        LOG.debug("The caller went away: {}", gone.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> any(Exception failure, HttpServletRequest request) {
        ResponseStatus annotated = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        int status = failure instanceof ErrorResponse response
                ? response.getStatusCode().value()
                : annotated == null ? 500 : annotated.code().value();
        if (status >= 500) {
            LOG.error("Request {} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        return answer(ofStatus(status), request);
    }

    /** The problem for an HTTP status that some part of the server has chosen. */
    static ProblemException ofStatus(int status) {
        return new ProblemException(
                switch (status) {
                    case 401 -> EdgeProblem.UNAUTHENTICATED;
                    case 403 -> EdgeProblem.FORBIDDEN;
                    case 404 -> EdgeProblem.NOT_FOUND;
                    case 405 -> EdgeProblem.METHOD_NOT_ALLOWED;
                    case 406 -> EdgeProblem.NOT_ACCEPTABLE;
                    case 413 -> EdgeProblem.PAYLOAD_TOO_LARGE;
                    case 415 -> EdgeProblem.MEDIA_TYPE_NOT_SUPPORTED;
                    default -> status >= 500 ? EdgeProblem.INTERNAL_ERROR : EdgeProblem.REQUEST_INVALID;
                },
                "-");
    }

    private ResponseEntity<Problem> answer(ProblemException problem, HttpServletRequest request) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(problem.code().status());
        // Both pass by themselves: whoever repeats the request after this while may get its answer.
        if (problem.code() == EdgeProblem.REQUEST_IN_PROGRESS || problem.code() == EdgeProblem.ROLE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER_SECONDS));
        }
        return response.contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        ProblemWriter.languageOf(request).getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problems.render(request, problem));
    }

    private static ProblemException reasonOf(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyLimitFilter.BodyTooLarge large -> {
                    return new ProblemException(EdgeProblem.PAYLOAD_TOO_LARGE, large.bytesMax());
                }
                case StreamConstraintsException constraint -> {
                    return new ProblemException(EdgeProblem.JSON_TOO_DEEP);
                }
                case MismatchedInputException mismatch -> {
                    return atPath(mismatch);
                }
                default -> {}
            }
        }
        return new ProblemException(EdgeProblem.MALFORMED_JSON);
    }

    private static ProblemException atPath(MismatchedInputException mismatch) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : mismatch.getPath()) {
            @Nullable String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : name);
        }
        return pointer.isEmpty()
                ? new ProblemException(EdgeProblem.MALFORMED_JSON)
                : ProblemException.at(pointer.toString(), EdgeProblem.VALUE_MALFORMED);
    }

    private static ProblemCode codeOf(FieldError error) {
        return switch (String.valueOf(error.getCode())) {
            case "NotNull", "NotBlank", "NotEmpty" -> EdgeProblem.VALUE_MISSING;
            case "Size" -> EdgeProblem.VALUE_TOO_LONG;
            default -> EdgeProblem.VALUE_MALFORMED;
        };
    }
}
