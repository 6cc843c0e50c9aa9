package io.pharos.platform.edge.web;

import io.pharos.platform.edge.Problem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.ObjectMapper;

/** Writes a problem as a response where no controller is involved, and renders it where one is. */
public final class ProblemWriter {
    private final ProblemTexts texts;
    private final ObjectMapper json;

    public ProblemWriter(ProblemTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    public Problem render(HttpServletRequest request, ProblemException problem) {
        return texts.render(problem, languageOf(request), RequestIdFilter.of(request));
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        response.setStatus(problem.code().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, languageOf(request).getLanguage());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(render(request, problem)));
    }

    /** A request without the header gets English; servlets would give the machine's own language. */
    static Locale languageOf(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Locale.ENGLISH
                : ProblemTexts.language(request.getLocale());
    }
}
